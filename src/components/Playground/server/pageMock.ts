import type {PageMock} from '../../../mock/page';
import {CALM, type Scenario} from '../../../mock/scenario';
import {keptScenario} from '../../../mock/tabState';
import {tellOfMock} from './mockUse';

export interface PageMockState {
  /** Undefined until it is loaded. */
  readonly mock: PageMock | undefined;
  /** What it simulates, or will simulate once it is loaded. */
  readonly scenario: Scenario;
  /** Whether the last attempt to load it failed, other than by Send, which reports that itself. */
  readonly failed: boolean;
}

/** Before the tab's state is known, as on the server. */
export const unknownState: PageMockState = {mock: undefined, scenario: CALM, failed: false};

let started: Promise<PageMock> | undefined;
let state: PageMockState | undefined;
const listeners = new Set<() => void>();

/** The mock of this tab. It and its API are loaded when it is first needed. */
export function pageMock(): Promise<PageMock> {
  started ??= start().catch((error: unknown) => {
    // So that the next attempt tries again: the failure may have been temporary.
    started = undefined;
    throw error;
  });
  return started;
}

/** A new object after each request to the mock, reset and change of scenario. */
export function pageMockState(): PageMockState {
  state ??= {...unknownState, scenario: keptScenario(tabStorage())};
  return state;
}

export function subscribeToPageMock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the mock for components that show or change it; a failure is part of the state. */
export async function loadPageMock(): Promise<PageMock | undefined> {
  update({failed: false});
  try {
    return await pageMock();
  } catch {
    update({failed: true, scenario: keptScenario(tabStorage())});
    return undefined;
  }
}

/**
 * Changes parts of the scenario: visible at once, in effect from the next request. Resolves to false if the mock could
 * not be loaded; the scenario is then unchanged.
 */
export async function playScenario(change: Partial<Scenario>): Promise<boolean> {
  update({scenario: {...pageMockState().scenario, ...change}});
  const mock = await loadPageMock();
  mock?.play(change);
  // Only now is it known whether the scenario could be stored.
  update({});
  return mock !== undefined;
}

async function start(): Promise<PageMock> {
  const [{createPageMock}, {loadApi, loadMockRules}] = await Promise.all([
    import('../../../mock/page'),
    import('@generated/openapi/default/loaders.js'),
  ]);
  const storage = tabStorage();
  const [api, rules] = await Promise.all([loadApi(), loadMockRules()]);
  const mock = createPageMock({api, ...(rules ? {rules} : {}), ...(storage ? {storage} : {})});
  mock.subscribe(() => update({scenario: mock.scenario()}));
  update({mock, failed: false});
  return mock;
}

function update(change: Partial<PageMockState>): void {
  state = {...pageMockState(), ...change};
  tellOfMock();
  listeners.forEach(listener => listener());
}

function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
