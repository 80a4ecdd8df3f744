import {
  applyEdits,
  findNodeAtLocation,
  modify,
  parse,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';

import type {Json} from '../api/operation';

/**
 * JSON text is the single truth of a JSON body: the form reads values from it and edits it in place, so that digits,
 * comments, key order and unfinished typing stay as they are.
 */
export type JsonPath = readonly (string | number)[];

/** A fault of JSON text, with its place: line and column count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A fault of JSON text, with the range that it is about. */
export interface JsonTextFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

/** The first fault of a text that is not JSON (RFC 8259), or undefined. */
export function jsonFault(text: string): JsonFault | undefined {
  const [first] = parseErrors(text);
  if (!first) {
    return undefined;
  }
  const before = text.slice(0, first.offset).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: faultWords(printParseErrorCode(first.error)),
  };
}

/** The comments of a text, and its first fault besides: later ones mostly follow from it. */
export function jsonFaults(text: string): readonly JsonTextFault[] {
  const errors = parseErrors(text);
  const isComment = ({error}: ParseError): boolean => printParseErrorCode(error) === 'InvalidCommentToken';
  const fault = errors.find(error => !isComment(error));
  return errors
    .filter(error => error === fault || isComment(error))
    .map(({offset, length, error}) => ({offset, length, message: faultWords(printParseErrorCode(error))}));
}

function parseErrors(text: string): readonly ParseError[] {
  const errors: ParseError[] = [];
  parse(text, errors, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: false});
  return errors;
}

/** The value of a text, or undefined when it is not JSON. Numbers become JavaScript's. */
export function jsonValue(text: string): Json | undefined {
  if (jsonFault(text)) {
    return undefined;
  }
  const value: Json = JSON.parse(text);
  return value;
}

/** The text of the value at a path as it is written, all digits included; undefined when nothing is there. */
export function jsonTextAt(text: string, path: JsonPath): string | undefined {
  const node = nodeAt(text, path);
  return node && text.slice(node.offset, node.offset + node.length);
}

/** The names of the members of the object at a path, in order. */
export function memberNames(text: string, path: JsonPath): readonly string[] {
  const node = nodeAt(text, path);
  return node?.type === 'object'
    ? (node.children ?? []).flatMap(({children: [name] = []}) => (name ? [String(name.value)] : []))
    : [];
}

/** The number of items of the array at a path. */
export function itemCount(text: string, path: JsonPath): number {
  const node = nodeAt(text, path);
  return node?.type === 'array' ? (node.children ?? []).length : 0;
}

/**
 * The text with the value at a path replaced by another JSON text, or removed when undefined. All else stays as it is
 * written; parents that are missing are made. Text that cannot be read, comments aside, is not touched.
 */
export function withJsonAt(text: string, path: JsonPath, value: string | undefined): string {
  if (text !== '' && !isReadable(text)) {
    return text;
  }
  const existing = nodeAt(text, path);
  if (existing && value !== undefined) {
    return text.slice(0, existing.offset) + value + text.slice(existing.offset + existing.length);
  }
  if (value === undefined && !existing) {
    return text;
  }
  const formattingOptions = {tabSize: 2, insertSpaces: true, eol: '\n'};
  // The value goes in as it is written: the library would print numbers its own way.
  const placeholder = value === undefined ? undefined : markerNotIn(text);
  const edited = applyEdits(text, modify(text || '{}', [...path], placeholder, {formattingOptions}));
  return placeholder === undefined || value === undefined
    ? edited
    : edited.replace(JSON.stringify(placeholder), () => value);
}

function isReadable(text: string): boolean {
  const errors: ParseError[] = [];
  parse(text, errors);
  return errors.length === 0;
}

function nodeAt(text: string, path: JsonPath): Node | undefined {
  const tree = parseTree(text);
  return tree && findNodeAtLocation(tree, [...path]);
}

function markerNotIn(text: string): string {
  let marker = 'value';
  while (text.includes(marker)) {
    marker += '_';
  }
  return marker;
}

function faultWords(code: string): string {
  switch (code) {
    case 'PropertyNameExpected':
      return 'A property name in double quotes is expected here.';
    case 'ValueExpected':
      return 'A value is expected here.';
    case 'ColonExpected':
      return 'A colon is expected between name and value.';
    case 'CommaExpected':
      return 'A comma is expected between two values.';
    case 'CloseBraceExpected':
      return 'The object is not closed: a } is missing.';
    case 'CloseBracketExpected':
      return 'The array is not closed: a ] is missing.';
    case 'EndOfFileExpected':
      return 'The value ends before this; remove what follows.';
    case 'InvalidNumberFormat':
      return 'This is not a number as JSON writes it.';
    case 'UnexpectedEndOfString':
      return 'The string is not closed: a double quote is missing.';
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return 'JSON has no comments.';
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return 'This escape is not one that JSON knows.';
    case 'InvalidCharacter':
      return 'A control character must be escaped here.';
    default:
      return 'This is not JSON: strings stand in double quotes; words are true, false or null.';
  }
}
