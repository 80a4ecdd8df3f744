import {parse, printParseErrorCode, type Node, type ParseError} from 'jsonc-parser';

import type {Json} from '../api/operation';
import {messages} from '../words';
import {childRanges, commaAt, spaces} from './jsonRanges';
import {DEEPEST, nodeAt, readableTree, tooDeepAt} from './parseJsonTree';

const say = messages('jsonFault', {
  name: 'A property name in double quotes is expected here.',
  value: 'A value is expected here.',
  colon: 'A colon is expected between name and value.',
  comma: 'A comma is expected between two values.',
  brace: 'The object is not closed: a } is missing.',
  bracket: 'The array is not closed: a ] is missing.',
  end: 'The value ends before this; remove what follows.',
  number: 'This is not a number as JSON writes it.',
  string: 'The string is not closed: a double quote is missing.',
  comment: 'JSON has no comments.',
  escape: 'This escape is not one that JSON knows.',
  control: 'A control character must be escaped here.',
  deep: 'More than {count} levels are nested here, too many to read. It can still be sent.',
  other: 'This is not JSON: strings stand in double quotes; words are true, false or null.',
});

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
  const [first] = allFaults(text);
  if (!first) {
    return undefined;
  }
  const before = text.slice(0, first.offset).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: first.message};
}

/** The comments of a text, and its first fault besides: later ones mostly follow from it. */
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
  parse(text, errors, {disallowComments: true, allowTrailingComma: false, allowEmptyContent: false});
  return errors.map(({offset, length, error}) => {
    const code = printParseErrorCode(error);
    return {offset, length, message: faultWords(code), isComment: code === 'InvalidCommentToken'};
  });
}

/** The value of a text, or undefined when it is not JSON. Numbers become JavaScript's. */
export function jsonValue(text: string): Json | undefined {
  if (jsonFault(text)) {
    return undefined;
  }
  const value: Json = JSON.parse(text);
  return value;
}

/** A value of a JSON text and what is in it. */
export interface JsonNode {
  /** As it is written, all digits and comments included. */
  readonly text: string;
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The members of an object, in order; of those that share a name the last, as JSON.parse has it. */
  readonly members: ReadonlyMap<string, JsonNode>;
  /** The items of an array. */
  readonly items: readonly JsonNode[];
}

/** The values of a text, comments aside; undefined when it cannot be read. */
export function jsonNode(text: string): JsonNode | undefined {
  const tree = readableTree(text);
  return tree && readNode(tree, text);
}

function readNode({type, offset, length, children = []}: Node, source: string): JsonNode {
  return {
    text: source.slice(offset, offset + length),
    type: type === 'property' ? 'null' : type,
    members: new Map(
      type === 'object'
        ? children.flatMap(({children: [name, value] = []}) =>
            name && value ? [[String(name.value), readNode(value, source)] as const] : [],
          )
        : [],
    ),
    items: type === 'array' ? children.map(child => readNode(child, source)) : [],
  };
}

/**
 * The text with the value at a path replaced by another JSON text, or removed when undefined. All else stays as it is
 * written; parents that are missing are made. Text that cannot be read, comments aside, is not touched.
 */
export function withJsonAt(text: string, path: JsonPath, value: string | undefined): string {
  if (text.trim() === '') {
    return value === undefined ? text : nestedText(path, value);
  }
  const tree = readableTree(text);
  if (!tree) {
    return text;
  }
  const existing = nodeAt(tree, path);
  if (value === undefined) {
    const rest = existing ? withoutNode(text, existing) : text;
    // Another member of the same name would take its place; the next item of an array is none.
    return existing && typeof path.at(-1) === 'string' ? withJsonAt(rest, path, undefined) : rest;
  }
  if (existing) {
    return text.slice(0, existing.offset) + value + text.slice(existing.offset + existing.length);
  }
  let parent = tree;
  let depth = 0;
  for (let next: Node | undefined = tree; next; next = nodeAt(tree, path.slice(0, ++depth))) {
    parent = next;
  }
  const [name, ...deeper] = path.slice(depth - 1);
  const isObject = typeof name === 'string';
  if (parent.type !== (isObject ? 'object' : 'array')) {
    return withJsonAt(text, path.slice(0, depth - 1), nestedText(path.slice(depth - 1), value));
  }
  return withChild(text, parent, (isObject ? `${JSON.stringify(name)}: ` : '') + nestedText(deeper, value));
}

/** A value within the objects and arrays that a path leads through. */
function nestedText(path: JsonPath, value: string): string {
  return path.reduceRight<string>(
    (inner, step) =>
      typeof step === 'string'
        ? `{\n  ${JSON.stringify(step)}: ${indented(inner, '  ')}\n}`
        : `[\n  ${indented(inner, '  ')}\n]`,
    value,
  );
}

/** The text with a further member or item at the end of an object or an array, laid out as the others are. */
function withChild(text: string, parent: Node, child: string): string {
  const closing = parent.offset + parent.length - 1;
  const count = parent.children?.length ?? 0;
  const indent = indentAt(text, parent.offset);
  const last = childRanges(text, parent, count - 1);
  if (!last) {
    const inside = text.slice(parent.offset + 1, closing).trimEnd();
    const made = `${inside}\n${indent}  ${indented(child, `${indent}  `)}\n${indent}`;
    return text.slice(0, parent.offset + 1) + made + text.slice(closing);
  }
  const node = parent.children?.[count - 1];
  const start = node?.offset ?? last.child.start;
  const ownLine = /\n[ \t]*$/.test(text.slice(0, start));
  const before = ownLine ? `\n${indentAt(text, start)}` : ' ';
  const end = node ? node.offset + node.length : last.child.end;
  return (
    `${text.slice(0, end)},${text.slice(end, last.behind.end)}` +
    before +
    indented(child, ownLine ? indentAt(text, start) : indent) +
    text.slice(last.behind.end)
  );
}

/** The text without a member or an item, its comma and the comments that go with it; the whole value leaves nothing. */
function withoutNode(text: string, value: Node): string {
  const node = value.parent?.type === 'property' ? value.parent : value;
  const {parent} = node;
  const siblings = parent?.children ?? [];
  const index = siblings.indexOf(node);
  const ranges = parent && childRanges(text, parent, index);
  if (!ranges) {
    return '';
  }
  const {child, behind} = ranges;
  if (index < siblings.length - 1) {
    const end = Math.max(behind.end, commaAt(text, child.end) + 1);
    return text.slice(0, child.start) + text.slice(end + spaces(text.slice(end)));
  }
  const before = childRanges(text, parent, index - 1);
  if (before) {
    const comma = commaAt(text, before.child.end);
    return text.slice(0, comma) + text.slice(comma + 1, before.behind.end) + text.slice(behind.end);
  }
  const kept = text.slice(0, child.start).trimEnd();
  const rest = text.slice(behind.end);
  return kept.length === parent.offset + 1 ? kept + rest.trimStart() : kept + rest;
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

/** The white space that the line of a place starts with. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** Whether a text is JSON but for comments, so that a form can show and edit it. */
export function isReadable(text: string): boolean {
  return readableTree(text) !== undefined;
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
