import type {Node, ParseError} from 'jsonc-parser';

import type {Json} from '../../api/operation';
import {parseJsonTree, readableTree, strictJson} from './parseJsonTree';

/**
 * A JSON body is kept as its text: the form reads values from the text and edits it in place, so that digits, comments,
 * key order and unfinished typing stay as they are.
 */
export type JsonPath = readonly (string | number)[];

/** Whether a text is JSON (RFC 8259), and not nested too deep to be parsed here. */
export function isJsonText(text: string): boolean {
  const errors: ParseError[] = [];
  return parseJsonTree(text, errors, strictJson) !== undefined && errors.length === 0;
}

/** A typed value as JSON: a string if it should be one, is not JSON, or has spaces around it. */
export function asJsonText(text: string, isString: boolean): string {
  return isString || text !== text.trim() || !isJsonText(text) ? JSON.stringify(text) : text;
}

/** The value of a text, or undefined if it is not JSON. Numbers lose what JavaScript cannot represent. */
export function jsonValue(text: string): Json | undefined {
  if (!isJsonText(text)) {
    return undefined;
  }
  const value: Json = JSON.parse(text);
  return value;
}

/** A value of a JSON text with its members or items. */
export interface JsonNode {
  /** As written, including all digits and comments. */
  readonly text: string;
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The members of an object, in order; if a name repeats, the last one, as in JSON.parse. */
  readonly members: ReadonlyMap<string, JsonNode>;
  /** The items of an array. */
  readonly items: readonly JsonNode[];
}

/** The values of a text, ignoring comments; undefined if it cannot be parsed. */
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

/** Whether a text is JSON except for comments, so that a form can show and edit it. */
export function isReadable(text: string): boolean {
  return readableTree(text) !== undefined;
}
