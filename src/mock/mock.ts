import type {Api} from '../api/operation';
import {createAccount, type Account} from './account';
import type {Answer} from './answer';
import {createMemoryFiles, type Files} from './files';
import {storedTables, type Inspection} from './inspection';
import {judge, notStored, type Judgement} from './judge';
import {createLedger, type LedgerLine} from './ledger';
import {problem} from './problem';
import {createRandom, scrambled} from './random';
import {createRateLimiter} from './rateLimiter';
import {fromWebRequest, type MockRequest} from './mockRequest';
import {basePathOf, createServerRouter} from './route';
import {CALM, latencyMs, waitForReal, type Scenario, type Wait} from './scenario';
import {applicableRules, withFirstFiles, type MockRules, type UnmatchedRules} from './rules';
import {StorageError, type SavedRow} from './store';
import {fileOf} from './tabStorage';
import {toResponse, toWire, type WireAnswer} from './wireAnswer';

export interface MockOptions {
  readonly api: Api;
  /** Hand-written rules; used if the document names them in `x-mock-rules`. */
  readonly rules?: MockRules;
  /** The rows to start with; those of a new mock by default. */
  readonly entries?: readonly SavedRow[];
  /**
   * Called with the changed rows before the response that acknowledges them is sent; resolves in the order of the
   * calls. If it throws a {@link StorageError}, none of the pending calls is saved, and their requests are rejected.
   */
  readonly keep?: (changes: readonly SavedRow[]) => void | Promise<void>;
  /** The storage for uploaded files; in memory by default. */
  readonly files?: Files;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly clock?: () => number;
  /** The same seed, requests and clock give the same responses. */
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** Waits, to simulate latency and between the pieces of a stream. */
  readonly wait?: Wait;
  /** Whether clients cannot send cookies, so that cookies are not required. */
  readonly withoutCookies?: boolean;
}

export interface Mock {
  /**
   * The base path of the API, such as `/v1`, except for operations with servers of their own; the origin of a request
   * does not matter.
   */
  readonly basePath: string;
  /** Where the document and the hand-written rules do not match. */
  readonly unmatched: UnmatchedRules;
  readonly answer: (request: MockRequest) => Promise<WireAnswer>;
  /** {@link Mock.answer} with the types of the Web; a network error (`Response.error()`) if there is no response. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Restores the initial data and ends the scenario. */
  readonly reset: () => Promise<void>;
  readonly scenario: () => Scenario;
  /** Changes parts of the scenario. */
  readonly play: (change: Partial<Scenario>) => void;
  readonly inspect: () => Inspection;
  /** Every row, to save the whole state. */
  readonly entries: () => readonly SavedRow[];
  /**
   * Calls the listener after each request, each stream that stored something, reset and change of scenario, until the
   * function that it returns is called.
   */
  readonly subscribe: (listener: () => void) => () => void;
}

/** How often a response is created again if it may contain data that was rolled back in the meantime. */
const MOST_READINGS = 3;

/** The API as a function over a store. It needs no network, and runs in a page as well as in Node. */
export function createMock({
  api,
  rules: givenRules,
  entries = applicableRules(api, givenRules).entries,
  keep = () => {},
  files = createMemoryFiles(),
  clock = Date.now,
  seed = 1,
  scenario: firstScenario = CALM,
  wait = waitForReal,
  withoutCookies = false,
}: MockOptions): Mock {
  const basePath = basePathOf(api);
  const findRoute = createServerRouter(api);
  const random = createRandom(seed);
  const rateLimit = createRateLimiter();
  const ledger = createLedger();
  const listeners = new Set<() => void>();
  const rules = applicableRules(api, givenRules);
  const shared = {
    ...{api, rules, seed, clock, wait},
    files: withFirstFiles(files, rules.files),
    keptLater: notify,
  };
  const ownAccount = createAccount({...shared, entries, keep});
  let scenario = firstScenario;
  let emptyAccount = newEmptyAccount();
  let requests = 0;

  /** Its ids start from the beginning, so its files must not mix with those of the main account. */
  function newEmptyAccount(): Account {
    return createAccount({...shared, files: createMemoryFiles(), entries: [], keep: () => {}});
  }

  async function route(request: MockRequest, account: Account, nowMs: number): Promise<Routed> {
    const {pathname, search} = new URL(request.url, 'http://mock.invalid');
    const quota = (): Judgement['quota'] =>
      rateLimit.count({name: 'nobody', exhausted: false, nowMs, limit: scenario.rateLimit});
    const found = findRoute(request.method, pathname, search);
    const {route: to} = found;
    if (to.type === 'none') {
      const detail = `There is nothing at ${pathname}. The API starts at ${basePath}/.`;
      return {answer: problem(undefined, 404, {detail}), quota: quota()};
    }
    if (to.type === 'other-methods') {
      const allow = to.methods.join(', ');
      const detail = `${pathname} supports ${allow}.`;
      return {answer: problem(undefined, 405, {detail, headers: {Allow: allow}}), quota: quota()};
    }
    const {operation, pathParameters} = to;
    if (scenario.failureRate > 0 && random() < scenario.failureRate) {
      return {answer: problem(operation, 503, {headers: {'Retry-After': '1'}}), quota: quota(), operation};
    }
    const arrival = {...found, operation, pathParameters, request, search, nowMs};
    return {...(await judge(arrival, {account, scenario, rateLimit, random, withoutCookies})), operation};
  }

  /** A request whose changes cannot be saved is rejected; one that only reads gets a response from the saved data. */
  async function followAndKeep(
    request: MockRequest,
    account: Account,
    nowMs: number,
  ): Promise<{readonly routed: Routed; readonly changes: readonly SavedRow[]}> {
    for (let readings = 1; ; readings++) {
      const commit = account.begin();
      const routed = await route(request, account, nowMs);
      try {
        return {routed, changes: await commit()};
      } catch (error) {
        if (!(error instanceof StorageError)) {
          throw error;
        }
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          return {routed: {...routed, answer: notStored(routed.operation, error)}, changes: []};
        }
        // The initial items of a collection are stored when it is first read, and are always the same.
        if (readings === MOST_READINGS) {
          return {routed, changes: []};
        }
      }
    }
  }

  async function answer(request: MockRequest): Promise<WireAnswer> {
    const requestId = `req_${scrambled(seed + 0x51ed, requests++)}`;
    const delay = latencyMs(scenario.latency, random);
    if (delay > 0) {
      await wait(delay, request.signal);
    }
    if (scenario.offline) {
      return {status: 0, headers: {}, body: null};
    }
    const nowMs = clock();
    const account = scenario.emptyAccount ? emptyAccount : ownAccount;
    const {routed, changes} = await followAndKeep(request, account, nowMs);
    ledger.add(lineOf(request, requestId, nowMs, routed), changes);
    notify();
    return toWire(routed.answer, {
      method: request.method,
      operation: routed.operation,
      headers: {'X-Request-Id': requestId, ...routed.quota.headers},
    });
  }

  function notify(): void {
    listeners.forEach(listener => listener());
  }

  return {
    basePath,
    unmatched: ownAccount.unmatched,
    answer,
    handle: async request => toResponse(await answer(fromWebRequest(request))),
    async reset() {
      scenario = CALM;
      emptyAccount = newEmptyAccount();
      ledger.clear();
      const before = ownAccount.store.entries();
      ownAccount.store.fill(rules.entries);
      const after = new Set(rules.entries.map(({table, id}) => `${table}/${id}`));
      const gone = before.filter(({table, id}) => !after.has(`${table}/${id}`));
      try {
        await keep([...gone.map(entry => ({...entry, row: undefined})), ...ownAccount.store.entries()]);
      } catch (error) {
        ownAccount.store.fill(before);
        throw error;
      }
      await Promise.all(gone.flatMap(({row}) => fileOf(row) ?? []).map(id => files.remove(id)));
      notify();
    },
    scenario: () => scenario,
    play(change) {
      emptyAccount = change.emptyAccount === true ? newEmptyAccount() : emptyAccount;
      scenario = {...scenario, ...change};
      notify();
    },
    inspect: () => ({
      tables: storedTables((scenario.emptyAccount ? emptyAccount : ownAccount).store),
      requests: ledger.lines(),
    }),
    entries: () => ownAccount.store.entries(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Routed extends Judgement {
  readonly answer: Answer;
  readonly operation?: Api['operations'][number];
}

function lineOf(
  {method, url}: MockRequest,
  requestId: string,
  nowMs: number,
  {answer: {status}, operation}: Routed,
): Omit<LedgerLine, 'changes'> {
  const {pathname, searchParams} = new URL(url, 'http://mock.invalid');
  for (const scheme of operation?.securitySchemes ?? []) {
    if (scheme.type === 'apiKey' && scheme.in === 'query') {
      searchParams.delete(scheme.name);
    }
  }
  const query = searchParams.toString();
  return {
    requestId,
    time: new Date(nowMs).toISOString(),
    method,
    path: query === '' ? pathname : `${pathname}?${query}`,
    ...(operation ? {operationId: operation.id} : {}),
    status,
  };
}
