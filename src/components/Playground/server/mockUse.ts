import {useSyncExternalStore} from 'react';

import {MOCK_STORAGE_KEY} from '../../../mock/tabKey';

let used = false;
const listeners = new Set<() => void>();

/** Records that the mock of this tab is used, or set to simulate something. */
export function tellOfMock(): void {
  if (!used) {
    used = true;
    listeners.forEach(listener => listener());
  }
}

/** Whether the mock was used in this tab. Before that it simulates nothing, and nothing of it has to be loaded. */
export function useMockUse(): boolean {
  return useSyncExternalStore(subscribe, isUsed, () => false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isUsed(): boolean {
  try {
    return used || window.sessionStorage.getItem(MOCK_STORAGE_KEY) !== null;
  } catch {
    return used;
  }
}
