import {useCallback, useSyncExternalStore} from 'react';

export type Persistence = 'page' | 'tab' | 'browser';

/**
 * Everything this page remembers is in memory first: browsers may deny storage, and choices must hold nevertheless.
 * `page` lasts until a reload, `tab` survives it, `browser` survives the tab and is shared with other open tabs.
 */
const memory = new Map<string, string | undefined>();
const listeners = new Map<string, Set<() => void>>();

function storageOf(persistence: Persistence): Storage | undefined {
  try {
    switch (persistence) {
      case 'page':
        return undefined;
      case 'tab':
        return window.sessionStorage;
      case 'browser':
        return window.localStorage;
    }
  } catch {
    return undefined;
  }
}

function notify(key: string): void {
  listeners.get(key)?.forEach(listener => listener());
}

/** The remembered text under a key, or undefined. */
export function recall(key: string, persistence: Persistence): string | undefined {
  if (!memory.has(key)) {
    try {
      memory.set(key, storageOf(persistence)?.getItem(key) ?? undefined);
    } catch {
      memory.set(key, undefined);
    }
  }
  return memory.get(key);
}

/**
 * Remembers a text, or forgets it if undefined. Storage that is full or denied is not an error: memory has the text.
 * `stored` is what goes to the storage if that should be less than what memory has.
 */
export function remember(
  key: string,
  value: string | undefined,
  persistence: Persistence,
  stored: string | undefined = value,
): void {
  memory.set(key, value);
  try {
    const storage = storageOf(persistence);
    if (stored === undefined) {
      storage?.removeItem(key);
    } else {
      storage?.setItem(key, stored);
    }
  } catch {
    // Kept in memory until the page is closed.
  }
  notify(key);
}

/** A remembered choice, shared by every component with the same key. Undefined on the server and during hydration. */
export function useRemembered(
  key: string,
  persistence: Persistence,
): [string | undefined, (value: string | undefined, stored?: string) => void] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const group = listeners.get(key) ?? new Set();
      listeners.set(key, group.add(listener));
      function onStorage(event: StorageEvent): void {
        if (event.key === key && persistence === 'browser') {
          memory.set(key, event.newValue ?? undefined);
          listener();
        }
      }
      window.addEventListener('storage', onStorage);
      return () => {
        group.delete(listener);
        window.removeEventListener('storage', onStorage);
      };
    },
    [key, persistence],
  );
  const value = useSyncExternalStore(
    subscribe,
    () => recall(key, persistence),
    () => undefined,
  );
  const set = useCallback(
    (next: string | undefined, stored?: string) => remember(key, next, persistence, stored ?? next),
    [key, persistence],
  );
  return [value, set];
}
