import {printParseErrorCode, type ParseError} from 'jsonc-parser';

import {messages} from '../../words';
import {DEEPEST, parseJsonTree, strictJson, tooDeepAt} from './parseJsonTree';

const say = messages('jsonFault', {
  name: 'A property name in double quotes is expected here.',
  value: 'A value is expected here.',
  colon: 'A colon is expected between name and value.',
  comma: 'A comma is expected between two values.',
  brace: 'The object is not closed: a } is missing.',
  bracket: 'The array is not closed: a ] is missing.',
  end: 'The value ends before this; remove what follows.',
  number: 'This is not a valid JSON number.',
  string: 'The string is not closed: a double quote is missing.',
  comment: 'JSON has no comments.',
  escape: 'This is not a valid JSON escape.',
  control: 'A control character must be escaped here.',
  deep: 'The JSON is nested more than {count} levels deep, too deep to be read here. It can still be sent.',
  other: 'This is not JSON. Strings need double quotes; the only words are true, false and null.',
});

/** A syntax error of JSON text, with its place: line and column count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A syntax error of JSON text, with its range. */
export interface JsonTextFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

/** The first syntax error of a text that is not JSON (RFC 8259), or undefined. */
export function jsonFault(text: string): JsonFault | undefined {
  const [first] = allFaults(text);
  if (!first) {
    return undefined;
  }
  const before = text.slice(0, first.offset).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: first.message};
}

/** The comments of a text, and its first other fault: later ones mostly follow from it. */
export function jsonFaults(text: string): readonly JsonTextFault[] {
  const faults = allFaults(text);
  const first = faults.find(({isComment}) => !isComment);
  return faults.filter(fault => fault === first || fault.isComment);
}

function allFaults(text: string): readonly (JsonTextFault & {readonly isComment: boolean})[] {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return [{offset: deep, length: 1, message: say('deep', {count: DEEPEST}), isComment: false}];
  }
  const errors: ParseError[] = [];
  parseJsonTree(text, errors, strictJson);
  return errors.map(({offset, length, error}) => {
    const code = printParseErrorCode(error);
    return {offset, length, message: faultWords(code), isComment: code === 'InvalidCommentToken'};
  });
}

function faultWords(code: string): string {
  switch (code) {
    case 'PropertyNameExpected':
      return say('name');
    case 'ValueExpected':
      return say('value');
    case 'ColonExpected':
      return say('colon');
    case 'CommaExpected':
      return say('comma');
    case 'CloseBraceExpected':
      return say('brace');
    case 'CloseBracketExpected':
      return say('bracket');
    case 'EndOfFileExpected':
      return say('end');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return say('number');
    case 'UnexpectedEndOfString':
      return say('string');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return say('comment');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return say('escape');
    case 'InvalidCharacter':
      return say('control');
    default:
      return say('other');
  }
}
