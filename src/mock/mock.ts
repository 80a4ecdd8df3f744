import type {Api, Operation} from '../api/operation';
import type {Answer, Handler} from './answer';
import {authenticate} from './authenticate';
import {createIds} from './ids';
import {problem} from './problem';
import {createRateLimit} from './rateLimit';
import {readRequest} from './readRequest';
import {userHandlers} from './resources/users';
import {findRoute} from './route';
import {createStore, initialState, type State} from './store';

export interface MockOptions {
  readonly api: Api;
  /** The state to go on from; a new mock's otherwise. */
  readonly state?: State;
  /** Called with the whole state after each change. */
  readonly keep?: (state: State) => void;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly clock?: () => number;
  /** Same seed, same requests, same clock: same answers. */
  readonly seed?: number;
}

export interface Mock {
  /** The path under which the API stands, such as `/v1`; the origin of a request does not matter. */
  readonly basePath: string;
  readonly handle: (request: Request) => Promise<Response>;
  readonly reset: () => void;
}

const rules: {readonly [operationId: string]: Handler} = {...userHandlers};

/** The API as one plain function over a store. It needs no network, and runs in a page as in Node. */
export function createMock({
  api,
  state = initialState,
  keep = () => {},
  clock = Date.now,
  seed = 1,
}: MockOptions): Mock {
  const store = createStore(state, keep);
  const ids = createIds(seed, store);
  const rateLimit = createRateLimit();
  const basePath = pathOf(api.servers[0]?.url ?? '');

  async function answer(request: Request, now: string): Promise<Answer> {
    const {pathname} = new URL(request.url);
    const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
    const route = path === undefined ? undefined : findRoute(api.operations, request.method, path);
    if (!route || route.type === 'none') {
      return problem(undefined, 404, {detail: `Nothing is at ${pathname}. The API starts at ${basePath}/.`});
    }
    if (route.type === 'other-methods') {
      const allow = route.methods.join(', ');
      return problem(undefined, 405, {detail: `${pathname} knows ${allow}.`, headers: {Allow: allow}});
    }
    const {operation, pathParameters} = route;
    const refusal = authenticate(operation, request);
    if (refusal) {
      return refusal;
    }
    const read = await readRequest(operation, request, pathParameters);
    if (read.type === 'refused') {
      return read.answer;
    }
    const handler = rules[operation.id] ?? documentedExample;
    const {query, body} = read;
    return handler({operation, pathParameters, query, body, store, basePath, now, newId: ids.resource});
  }

  return {
    basePath,
    reset: () => store.set(initialState),
    async handle(request) {
      const nowMs = clock();
      const now = `${new Date(nowMs).toISOString().slice(0, 19)}Z`;
      const {status, headers, body} = await answer(request, now);
      return new Response(body === undefined ? null : JSON.stringify(body, null, 2), {
        status,
        statusText: statusTexts[status] ?? '',
        headers: {
          ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
          'X-Request-Id': ids.request(),
          ...rateLimit(nowMs),
          ...headers,
        },
      });
    },
  };
}

/** What an operation without rules of its own answers: the first example of its success. */
function documentedExample({operation}: {readonly operation: Operation}): Answer {
  const success = operation.responses.find(({status}) => status.startsWith('2'));
  const status = Number(success?.status ?? 200);
  const example = success?.content[0]?.examples[0]?.value;
  return example === undefined ? {status: Number.isNaN(status) ? 200 : status} : {status, body: example};
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
};

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : url.replace(/\/$/, '');
}
