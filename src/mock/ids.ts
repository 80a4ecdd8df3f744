import type {Store} from './store';

export interface Ids {
  /** A new id for a resource, such as `usr_k3f9a2`. */
  readonly resource: (prefix: string) => string;
  /** A new request id, such as `req_8d1xq0`. */
  readonly request: () => string;
}

/** Ids that look random and follow from the seed and from how many there have been. */
export function createIds(seed: number, store: Store): Ids {
  let requests = 0;
  return {
    resource(prefix) {
      const state = store.get();
      store.set({...state, ids: state.ids + 1});
      return prefix + scrambled(seed, state.ids);
    },
    request: () => `req_${scrambled(seed + 0x51ed, requests++)}`,
  };
}

/** A 32-bit mix (after MurmurHash3's finalizer, which never gives two counts the same number) in base 36. */
function scrambled(seed: number, count: number): string {
  let mixed = (Math.imul(count, 0x9e3779b1) + seed) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(36).padStart(7, '0');
}
