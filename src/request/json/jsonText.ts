import {parse, type Node, type ParseError} from 'jsonc-parser';

import type {Json} from '../../api/operation';
import {readableTree, strictJson, tooDeepAt} from './parseJsonTree';

/**
 * JSON text is the single truth of a JSON body: the form reads values from it and edits it in place, so that digits,
 * comments, key order and unfinished typing stay as they are.
 */
export type JsonPath = readonly (string | number)[];

/** Whether a text is JSON (RFC 8259), and no deeper than can be read here. */
export function isJsonText(text: string): boolean {
  const errors: ParseError[] = [];
  if (tooDeepAt(text) === undefined) {
    parse(text, errors, strictJson);
    return errors.length === 0;
  }
  return false;
}

/** What was written for a value, as JSON: a text where it is to be one, or is no JSON, or has spaces around it. */
export function asJsonText(text: string, isString: boolean): string {
  return isString || text !== text.trim() || !isJsonText(text) ? JSON.stringify(text) : text;
}

/** The value of a text, or undefined when it is not JSON. Numbers become JavaScript's. */
export function jsonValue(text: string): Json | undefined {
  if (!isJsonText(text)) {
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

/** Whether a text is JSON but for comments, so that a form can show and edit it. */
export function isReadable(text: string): boolean {
  return readableTree(text) !== undefined;
}
