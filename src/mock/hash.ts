/** A running hash of 64 bits (two lanes of FNV-1a). It identifies contents; it is not cryptographic. */
export interface Hash {
  readonly add: (data: string | Uint8Array) => Hash;
  readonly toString: () => string;
}

export function createHash(): Hash {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  const hash: Hash = {
    add(data) {
      const length = data.length;
      for (let index = 0; index < length; index++) {
        const unit = typeof data === 'string' ? data.charCodeAt(index) : (data[index] ?? 0);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
      }
      // The length distinguishes "ab" + "c" from "a" + "bc".
      low = Math.imul(low ^ length, 0x01000193);
      return hash;
    },
    toString: () => (low >>> 0).toString(36) + (high >>> 0).toString(36),
  };
  return hash;
}

/** The entity tag of a JSON text (RFC 9110 §8.8.3). */
export function entityTag(text: string): string {
  return `"${createHash().add(text).toString()}"`;
}
