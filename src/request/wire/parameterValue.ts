import type {Node} from 'jsonc-parser';

import {readableTree} from '../json/parseJsonTree';

/** The value of a parameter in the terms of RFC 6570 (§2.3): a string, a list or an associative array of strings. */
export type ParameterValue =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'list'; readonly items: readonly string[]}
  | {readonly type: 'object'; readonly members: readonly (readonly [name: string, value: string])[]};

/**
 * Parses what was typed: JSON arrays and objects if the schema asks for them; anything else, including broken JSON, is
 * a text.
 */
export function parameterValue(text: string, structured: boolean): ParameterValue {
  const tree = structured ? readableTree(text) : undefined;
  switch (tree?.type) {
    case 'array':
      return {type: 'list', items: (tree.children ?? []).map(node => itemText(text, node))};
    case 'object':
      return {
        type: 'object',
        members: (tree.children ?? []).flatMap(({children: [name, value] = []}) =>
          name && value ? [[String(name.value), itemText(text, value)] as const] : [],
        ),
      };
    default:
      return {type: 'text', text};
  }
}

/** Whether a value is undefined in the sense of RFC 6570 §2.3: an empty list or associative array. */
export function isUndefined(value: ParameterValue): boolean {
  switch (value.type) {
    case 'text':
      return false;
    case 'list':
      return value.items.length === 0;
    case 'object':
      return value.members.length === 0;
  }
}

/** A decoded string; a number with all its digits; any other value as its JSON text. */
function itemText(source: string, node: Node): string {
  return node.type === 'string' ? String(node.value) : source.slice(node.offset, node.offset + node.length);
}
