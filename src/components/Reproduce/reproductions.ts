import {useSyncExternalStore} from 'react';

import type {Reproduced} from './reproduce';

/** The state of the reproduction of one status. */
export type ReproductionState =
  | {readonly type: 'under way'}
  | {readonly type: 'done'; readonly reproduced: Reproduced}
  | {readonly type: 'failed'; readonly message: string};

interface Last {
  readonly status: string;
  readonly reproduction: ReproductionState;
}

/** What the reader has reproduced on this visit, by operation and status. */
const done = new Map<string, ReproductionState>();
/** The last one of each operation, which its panel shows. */
const last = new Map<string, Last>();
const listeners = new Set<() => void>();

/** Sends the request that triggers a status. The mock and everything else it needs are only loaded now. */
export async function startReproduction(operation: string, status: string): Promise<void> {
  const note = (reproduction: ReproductionState): void => {
    done.set(keyOf(operation, status), reproduction);
    last.set(operation, {status, reproduction});
    listeners.forEach(listener => listener());
  };
  note({type: 'under way'});
  try {
    const {reproduce} = await import('./reproduce');
    note({type: 'done', reproduced: await reproduce(operation, status)});
  } catch (error) {
    note({type: 'failed', message: error instanceof Error ? error.message : String(error)});
  }
}

/** Closes the last reproduction of an operation. Its status stays marked as reproduced. */
export function dismissReproduction(operation: string): void {
  last.delete(operation);
  listeners.forEach(listener => listener());
}

/** The reproduction of one status, if the reader started one. */
export function useReproduction(operation: string, status: string): ReproductionState | undefined {
  return useSyncExternalStore(
    subscribe,
    () => done.get(keyOf(operation, status)),
    () => undefined,
  );
}

/** The last reproduction of an operation. */
export function useLastReproduction(operation: string): Last | undefined {
  return useSyncExternalStore(
    subscribe,
    () => last.get(operation),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keyOf(operation: string, status: string): string {
  return `${operation} ${status}`;
}
