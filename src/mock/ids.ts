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
