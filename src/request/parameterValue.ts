import type {Node} from 'jsonc-parser';

import {parseJsonTree} from './parseJsonTree';

/** The value of a parameter as RFC 6570 sees it (§2.3): a text, a list or an associative array of texts. */
export type ParameterValue =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'list'; readonly items: readonly string[]}
  | {readonly type: 'object'; readonly members: readonly (readonly [name: string, value: string])[]};

/** Reads what was typed: JSON arrays and objects where the schema asks for them, anything else as it stands. */
export function parameterValue(text: string, structured: boolean): ParameterValue {
  const tree = structured ? parseJsonTree(text) : undefined;
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

/** A string decoded; a number with all its digits; anything deeper as its JSON text. */
function itemText(source: string, node: Node): string {
  return node.type === 'string' ? String(node.value) : source.slice(node.offset, node.offset + node.length);
}
