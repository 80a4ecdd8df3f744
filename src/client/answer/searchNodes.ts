import {kindOf, nameText, type JsonOutline} from './jsonOutline';

/** So many hits are looked at between two pauses. */
const STEP = 2000;

/**
 * The nodes whose name or own value, as it is written, holds a text, whatever its case; in their order. An array or object
 * has no value of its own: what it holds has. Linear in the length of the text; pauses often, so that a page can stay at hand.
 */
export function* searchNodes(
  outline: JsonOutline,
  query: string,
): Generator<undefined, Uint32Array<ArrayBuffer>> {
  const {text, count, start, end, nameStart} = outline;
  const found: number[] = [];
  if (query === '') {
    return new Uint32Array();
  }
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi');
  let node = 0;
  let looked = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    const from = hit.index;
    const to = from + hit[0].length;
    // The last node of which the name, or else the value, starts at or before the hit.
    while (node + 1 < count && (nameStart[node + 1] || (start[node + 1] ?? 0)) <= from) {
      node += 1;
    }
    const kind = kindOf(outline, node);
    const isScalar = kind !== 'object' && kind !== 'array';
    const valueStart = start[node] ?? 0;
    const valueEnd = end[node] ?? 0;
    const nameEnd = (nameStart[node] ?? 0) + (nameText(outline, node)?.length ?? 0);
    if (to <= nameEnd || (isScalar && from >= valueStart && to <= valueEnd)) {
      found.push(node);
      // Once is enough for this node.
      pattern.lastIndex = isScalar ? valueEnd : valueStart;
    } else {
      pattern.lastIndex = from + 1;
    }
    looked += 1;
    if (looked % STEP === 0) {
      yield;
    }
  }
  return Uint32Array.from(found);
}
