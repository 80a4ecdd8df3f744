import type {Node} from 'jsonc-parser';

import type {HeaderField} from '../apiRequest';
import {readableTree} from '../json/parseJsonTree';

/**
 * The fields that a value makes by `deepObject`, at any depth: `items[0][price]`. The items of a list are passed
 * separately.
 */
export function deepFields(name: string, texts: readonly string[], isList: boolean): readonly HeaderField[] {
  return texts.flatMap((text, index) => {
    const at = isList ? `${name}[${index}]` : name;
    const tree = readableTree(text);
    return tree?.type === 'object' || tree?.type === 'array'
      ? fieldsOf(text, tree, at)
      : [{name: at, value: text}];
  });
}

function fieldsOf(source: string, node: Node, at: string): readonly HeaderField[] {
  const children = node.children ?? [];
  switch (node.type) {
    case 'array':
      return children.flatMap((item, index) => fieldsOf(source, item, `${at}[${index}]`));
    case 'object':
      return children.flatMap(({children: [name, value] = []}) =>
        name && value ? fieldsOf(source, value, `${at}[${String(name.value)}]`) : [],
      );
    default:
      return [
        {
          name: at,
          value:
            node.type === 'string'
              ? String(node.value)
              : source.slice(node.offset, node.offset + node.length),
        },
      ];
  }
}
