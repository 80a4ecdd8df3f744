import type {Node} from 'jsonc-parser';

import {isJsonText} from './jsonText';
import {parseJsonTree, readableTree} from './parseJsonTree';

interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * The current JSON text with the values of another: equal values stay as written, including digits, spaces and
 * comments, and only differences are replaced. If one of them is not JSON, the result is the other text as it is: edits
 * of an incomplete text would be in the wrong places.
 */
export function mergeJson(current: string, next: string): string {
  const from = readableTree(current);
  const to = isJsonText(next) ? parseJsonTree(next) : undefined;
  if (!from || !to) {
    return next;
  }
  const edits = differences(from, to, current, next);
  return edits.reduceRight(
    (text, edit) => text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length),
    current,
  );
}

function differences(from: Node, to: Node, current: string, next: string): readonly Edit[] {
  const pairs = alignedChildren(from, to);
  if (pairs) {
    return pairs.flatMap(([one, other]) => differences(one, other, current, next));
  }
  const written = next.slice(to.offset, to.offset + to.length);
  const same =
    from.type === to.type &&
    (from.type === 'string'
      ? from.value === to.value
      : current.slice(from.offset, from.offset + from.length) === written);
  return same ? [] : [{offset: from.offset, length: from.length, text: written}];
}

/** The pairs of values in two objects with the same names in the same order, or in two lists of the same length. */
function alignedChildren(from: Node, to: Node): readonly (readonly [Node, Node])[] | undefined {
  const children = from.children ?? [];
  const others = to.children ?? [];
  if (from.type !== to.type || children.length !== others.length) {
    return undefined;
  }
  switch (from.type) {
    case 'array':
      return paired(children, others);
    case 'object': {
      const named = children.every((child, index) => nameOf(child) === nameOf(others[index]));
      return named ? paired(children.flatMap(valueOf), others.flatMap(valueOf)) : undefined;
    }
    default:
      return undefined;
  }
}

function paired(ones: readonly Node[], others: readonly Node[]): readonly (readonly [Node, Node])[] {
  return ones.flatMap((one, index): (readonly [Node, Node])[] => {
    const other = others[index];
    return other ? [[one, other]] : [];
  });
}

function nameOf(property: Node | undefined): unknown {
  return property?.children?.[0]?.value;
}

function valueOf(property: Node): Node[] {
  return property.children?.slice(1) ?? [];
}
