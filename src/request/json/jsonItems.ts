import {childRanges, type TextRange} from './jsonRanges';
import type {JsonPath} from './jsonText';
import {nodeAt, parseJsonTree} from './parseJsonTree';

/**
 * The text with two items of the array at a path swapped. Comments move with their item: those on lines of their own
 * above it, and the one after it on its line.
 */
export function withItemsSwapped(text: string, path: JsonPath, one: number, other: number): string {
  const tree = parseJsonTree(text);
  const array = tree && nodeAt(tree, path);
  const first = array && childRanges(text, array, Math.min(one, other));
  const second = array && childRanges(text, array, Math.max(one, other));
  if (array?.type !== 'array' || !first || !second || one === other) {
    return text;
  }
  const moves: readonly (readonly [to: TextRange, from: TextRange])[] = [
    [first.child, second.child],
    [first.behind, second.behind],
    [second.child, first.child],
    [second.behind, first.behind],
  ];
  return moves.reduceRight(
    (result, [to, from]) =>
      result.slice(0, to.start) + text.slice(from.start, from.end) + result.slice(to.end),
    text,
  );
}
