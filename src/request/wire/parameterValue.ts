import type {Node} from 'jsonc-parser';

import {readableTree} from '../json/parseJsonTree';

/** The value of a parameter as RFC 6570 sees it (§2.3): a text, a list or an associative array of texts. */
export type ParameterValue =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'list'; readonly items: readonly string[]}
  | {readonly type: 'object'; readonly members: readonly (readonly [name: string, value: string])[]};

/** Reads what was typed: JSON arrays and objects where the schema asks for them, anything else, broken JSON too, as it stands. */
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

/** Whether a value is one that RFC 6570 §2.3 treats as undefined: a list or an associative array with nothing in it. */
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

/** A string decoded; a number with all its digits; anything deeper as its JSON text. */
function itemText(source: string, node: Node): string {
  return node.type === 'string' ? String(node.value) : source.slice(node.offset, node.offset + node.length);
}
