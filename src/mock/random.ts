/** Numbers from 0 up to, not including, 1. The same seed gives the same numbers (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Ids that look random but only depend on the seed and a count: a 32-bit mix (like MurmurHash3's finalizer, which gives
 * different numbers for different counts) in base 36.
 */
export function scrambled(seed: number, count: number): string {
  let mixed = (Math.imul(count, 0x9e3779b1) + seed) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(36).padStart(7, '0');
}
