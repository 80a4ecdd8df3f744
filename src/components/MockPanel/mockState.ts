import {useSyncExternalStore} from 'react';

import type {PageInspection, PageMock} from '../../mock/page';
import {CALM, readScenario, type Scenario} from '../../mock/scenario';

/** What this page knows of its mock, which may not be loaded yet. */
export interface MockState {
  readonly scenario: Scenario;
  /** Undefined until the mock is loaded. */
  readonly inspection: PageInspection | undefined;
}

/** Where the mock keeps its state in the tab; see `tabStorage.ts`. */
const STORAGE_KEY = 'cloudindex.mock';

const unknown: MockState = {scenario: CALM, inspection: undefined};
const listeners = new Set<() => void>();
let state: MockState | undefined;

/** Follows the mock from when it is loaded. */
export function followMock(mock: PageMock): void {
  const update = (): void => {
    state = {scenario: mock.scenario(), inspection: mock.inspect()};
    listeners.forEach(listener => listener());
  };
  mock.subscribe(update);
  update();
}

/** The scenario and the state of the mock; a scenario that an earlier page kept is known before the mock is loaded. */
export function useMockState(): MockState {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (state ??= {scenario: keptScenario(), inspection: undefined}),
    () => unknown,
  );
}

function keptScenario(): Scenario {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    return readScenario(Object(kept).scenario);
  } catch {
    return CALM;
  }
}
