import {kindOf, nameText, type JsonOutline} from './jsonOutline';

/** How many matches are processed between two pauses. */
const STEP = 2000;

/**
 * The nodes whose name or own value, as written, contains a text, ignoring case; in document order. Arrays and objects
 * have no value of their own. Linear in the length of the text; pauses often, so that the page stays responsive.
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
    // The last node whose name, or else value, starts at or before the match.
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
      // One match per node is enough.
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
