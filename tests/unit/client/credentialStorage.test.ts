import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {sessionCredentials} from '../../../src/client/credentialStorage';
import {createCredentialStore, type CredentialStore} from '../../../src/client/credentialStore';

/** A tab's storage; `denied` as where a browser forbids it. */
function tab(denied = false): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: index => [...items.keys()][index] ?? null,
    getItem: name => items.get(name) ?? null,
    setItem(name, value) {
      if (denied) {
        throw new Error('denied');
      }
      items.set(name, value);
    },
    removeItem: name => void items.delete(name),
    clear: () => items.clear(),
  };
}

function stored(storage: Storage): string {
  return Array.from({length: storage.length}, (_, index) => {
    const name = storage.key(index) ?? '';
    return `${name} ${storage.getItem(name)}`;
  }).join('\n');
}

function storeOn(storage: Storage): CredentialStore {
  return createCredentialStore(sessionCredentials(() => storage));
}

const api = 'https://api.test';

describe('where a key lives', () => {
  test('in memory alone, unless the reader asks for more', () => {
    const storage = tab();
    const store = storeOn(storage);
    store.set(api, 'key', 'secret');
    expect(store.placeOf(api, 'key')).toBe('memory');
    expect(storage.length).toBe(0);
    expect(storeOn(storage).get(api, 'key')).toBeUndefined();
  });

  test('in the tab by choice, with what came with a token, and it outlives a reload', () => {
    const storage = tab();
    const store = storeOn(storage);
    const grant = {expiresAt: 1_800_000_000_000, refreshToken: 'refresh', scope: 'read'};
    store.set(api, 'key', 'secret', grant);
    expect(store.keepIn(api, 'key', 'tab')).toBe(true);
    const reloaded = storeOn(storage);
    expect(reloaded.get(api, 'key')).toBe('secret');
    expect(reloaded.grantOf(api, 'key')).toEqual(grant);
    expect(reloaded.placeOf(api, 'key')).toBe('tab');
  });

  test('the choice can be made before the key is typed, and holds for what is typed after', () => {
    const storage = tab();
    const store = storeOn(storage);
    store.keepIn(api, 'key', 'tab');
    store.set(api, 'key', 'first');
    store.set(api, 'key', 'second');
    expect(storeOn(storage).get(api, 'key')).toBe('second');
    expect(stored(storage)).not.toContain('first');
  });

  test('back in memory, nothing of it stays in the tab', () => {
    const storage = tab();
    const store = storeOn(storage);
    store.set(api, 'key', 'secret');
    store.keepIn(api, 'key', 'tab');
    store.keepIn(api, 'key', 'memory');
    expect(store.get(api, 'key')).toBe('secret');
    expect(storage.length).toBe(0);
  });

  test('a browser that denies storage is told, and the key stays in memory', () => {
    const store = storeOn(tab(true));
    store.set(api, 'key', 'secret');
    expect(store.keepIn(api, 'key', 'tab')).toBe(false);
    expect(store.placeOf(api, 'key')).toBe('memory');
    expect(store.get(api, 'key')).toBe('secret');
  });

  test('a storage that cannot even be reached is no error', () => {
    const denied = sessionCredentials(() => {
      throw new Error('denied');
    });
    expect(createCredentialStore(denied).list()).toEqual([]);
  });
});

describe('forgetting', () => {
  test('takes the key out of memory and of the tab, and a new one starts in memory', () => {
    const storage = tab();
    const store = storeOn(storage);
    store.set(api, 'key', 'secret');
    store.keepIn(api, 'key', 'tab');
    store.forget(api, 'key');
    expect(store.get(api, 'key')).toBeUndefined();
    expect(storage.length).toBe(0);
    store.set(api, 'key', 'next');
    expect(store.placeOf(api, 'key')).toBe('memory');
  });

  test('all of them leaves what is not a key', () => {
    const storage = tab();
    storage.setItem('playground.server', 'custom');
    const store = storeOn(storage);
    for (const scheme of ['a', 'b']) {
      store.set(api, scheme, 'secret');
      store.keepIn(api, scheme, 'tab');
    }
    store.forgetAll();
    expect(store.list()).toEqual([]);
    expect(stored(storage)).toBe('playground.server custom');
  });
});

test('items that are no keys are thrown away, and those that are stay', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.oneof(fc.string(), fc.json()), (name, value) => {
      const storage = tab();
      const whole = storeOn(storage);
      whole.set(api, 'key', 'secret');
      whole.keepIn(api, 'key', 'tab');
      storage.setItem(`playground.credential:${name}`, value);
      expect(storeOn(storage).get(api, 'key')).toBe('secret');
    }),
  );
});
