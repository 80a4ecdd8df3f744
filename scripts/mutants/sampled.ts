/** A random sample of a list in its original order; the same for the same list and seed. */
export function sampled<Item>(items: readonly Item[], size: number, seed: number): readonly Item[] {
  const keys = items.map((_, index) => key(index, seed));
  const last = keys.toSorted((a, b) => a - b)[Math.min(size, items.length) - 1] ?? -1;
  return items.filter((_, index) => (keys[index] ?? Infinity) <= last);
}

/** A number that looks random (splitmix32). */
function key(index: number, seed: number): number {
  let state = (seed * 0x9e3779b9 + index * 0x85ebca6b) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return (state ^ (state >>> 15)) >>> 0;
}
