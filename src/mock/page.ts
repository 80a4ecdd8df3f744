import {getResponse} from 'msw';

import type {Api} from '../api/operation';
import {createHandlers} from './handlers';
import {createMock} from './mock';
import {parseState} from './store';

/** The mock of one tab: no service worker, no network. */
export interface PageMock {
  /** Answers a request that was made for the mock's own origin. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Forgets all that was created, changed or deleted. */
  readonly reset: () => void;
}

export interface PageMockOptions {
  readonly api: Api;
  /** The tab's session storage, so that the state outlives a reload; left out or failing, it lives as long as the page. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'>;
}

/** A name that no network resolves (RFC 6761): a request meant for the mock can never leave the page. */
const ORIGIN = 'https://mock.invalid';
const STORAGE_KEY = 'cloudindex.mock';

export function createPageMock({api, storage}: PageMockOptions): PageMock {
  const text = attempt(() => storage?.getItem(STORAGE_KEY)) ?? '';
  const state = parseState(text);
  const mock = createMock({
    api,
    ...(state ? {state} : {}),
    keep: next => attempt(() => storage?.setItem(STORAGE_KEY, JSON.stringify(next))),
  });
  const handlers = createHandlers(mock, ORIGIN);
  return {
    reset: mock.reset,
    async fetch(request) {
      request.signal.throwIfAborted();
      const response = await getResponse(handlers, request);
      if (!response) {
        throw new Error(`The mock of this tab answers only for ${ORIGIN}.`);
      }
      return response;
    },
  };
}

/** Storage that is denied or full is no error: the state then lives in memory. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
