import {seedUsers} from './seed';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly metadata: {readonly [name: string]: string};
  readonly created_at: string;
  readonly updated_at: string;
}

/** All that the mock remembers, as plain JSON. */
export interface State {
  readonly users: readonly User[];
  /** How many ids have been given out; the next one is made from it. */
  readonly ids: number;
}

export interface Store {
  readonly get: () => State;
  readonly set: (state: State) => void;
}

/** The state that every mock starts from; the document's examples work on it. */
export const initialState: State = {users: seedUsers, ids: 0};

/** A store that calls `keep` after each change. */
export function createStore(state: State, keep: (state: State) => void): Store {
  let current = state;
  return {
    get: () => current,
    set(next) {
      current = next;
      keep(next);
    },
  };
}

/** The state that a text holds, or undefined when it holds none of this shape. */
export function parseState(text: string): State | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isState(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  return (
    isRecord(value) &&
    typeof value.ids === 'number' &&
    Array.isArray(value.users) &&
    value.users.every(
      user =>
        isRecord(user) &&
        ['id', 'email', 'name', 'role', 'created_at', 'updated_at'].every(
          key => typeof user[key] === 'string',
        ) &&
        isRecord(user.metadata),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
