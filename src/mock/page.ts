import {getResponse} from 'msw';

import type {Api} from '../api/operation';
import {createMemoryFiles} from './files';
import {createHandlers} from './handlers';
import type {Inspection} from './inspection';
import {createMock, type Mock} from './mock';
import type {MockRules} from './rules';
import {createTabStorage} from './tabStorage';
import type {StorageLike} from './tabState';
import type {Scenario, Wait} from './scenario';

/** The mock of one tab: no service worker, no network. */
export interface PageMock {
  /** The base URL of this mock. */
  readonly baseUrl: string;
  /**
   * Responds to a request for {@link PageMock.baseUrl}.
   * @throws TypeError, as `fetch` does, while the scenario is offline; the signal's reason if the request is aborted.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Restores the initial data and ends the scenario. */
  readonly reset: () => Promise<void>;
  readonly scenario: () => Scenario;
  /** Changes parts of the scenario; `CALM` ends it. */
  readonly play: (change: Partial<Scenario>) => void;
  /** What is stored, what the last requests did, and whether it survives a reload. */
  readonly inspect: () => PageInspection;
  /**
   * Calls the listener after each request, each stream that stored something, reset and change of scenario, until the
   * function that it returns is called.
   */
  readonly subscribe: Mock['subscribe'];
}

export interface PageInspection extends Inspection {
  /** False if the tab's storage is denied or full: the state is then lost on reload. */
  readonly kept: boolean;
}

export interface PageMockOptions {
  readonly api: Api;
  /** As in `MockOptions`. */
  readonly rules?: MockRules;
  /** The tab's session storage, so that the state survives a reload; without it, the state is lost then. */
  readonly storage?: StorageLike;
  /** As in `MockOptions`. */
  readonly clock?: () => number;
  readonly seed?: number;
  readonly wait?: Wait;
}

/** A name that no network resolves (RFC 6761): a request meant for the mock can never leave the page. */
const ORIGIN = 'https://mock.invalid';

export function createPageMock({api, storage, ...options}: PageMockOptions): PageMock {
  const tab = createTabStorage(storage);
  const kept = tab.read();
  const mock: Mock = createMock({
    ...options,
    api,
    withoutCookies: true,
    ...(kept ? {entries: kept.entries, scenario: kept.scenario} : {}),
    files: createMemoryFiles(kept?.files, {closed: tab.keepFile, removed: tab.removeFile}),
    keep: () => keep(),
  });
  const handlers = createHandlers(mock, ORIGIN);

  function keep(): void {
    tab.write({entries: mock.entries(), scenario: mock.scenario()});
  }

  return {
    baseUrl: ORIGIN + mock.basePath,
    scenario: mock.scenario,
    subscribe: mock.subscribe,
    inspect: () => ({...mock.inspect(), kept: tab.keeps()}),
    reset: mock.reset,
    play(change) {
      mock.play(change);
      keep();
    },
    async fetch(request) {
      const {signal} = request;
      signal.throwIfAborted();
      const response = await untilAborted(getResponse(handlers, request), signal);
      if (!response) {
        throw new TypeError(`The mock in this tab only handles requests to ${ORIGIN}.`);
      }
      if (response.type === 'error') {
        throw new TypeError('The mock is offline, so there is no response.');
      }
      return stoppable(response, signal);
    },
  };
}

/** msw continues after a request is aborted, but nothing waits for its response any more. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, {once: true});
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The response with a body that ends with an error, and stops at its source, if the request is aborted. */
function stoppable(response: Response, signal: AbortSignal): Response {
  const {body, status, statusText, headers} = response;
  return body
    ? new Response(body.pipeThrough(new TransformStream(), {signal}), {status, statusText, headers})
    : response;
}
