import {isEventStream} from '../api/http/mediaType';
import type {ApiRequest} from '../request/apiRequest';
import {messages} from '../words';
import {decodeBody} from './decodeBody';
import {diagnose, invalidRequest, redirectNotFollowed, timedOut} from './diagnose';
import {DiagnosedError, type Diagnosis} from './diagnosis';
import {browserEnvironment, type Environment} from './environment';
import {readResponseBody} from './readBody';
import type {BodyCut, FailureResult, ResponseHead, Result} from './result';
import type {ServerKind} from './servers';
import {settle} from './settle';
import {toFetchRequest, UnsendableRequest, type FetchRequest} from './toFetchRequest';

const say = messages('cut', {
  bytes: '{count} byte|{count} bytes',
  limit:
    'The body is larger than the {read} shown here; the rest was not read. The cURL sample gets all of it.',
  cancelled: 'You stopped the response after {read}.',
  timeout: 'The server went silent after {read}, so the body may be incomplete.',
  interrupted: 'The connection broke after {read}, so the body is incomplete.',
});

export interface SendOptions {
  /** What sends the request; the mock in the tab has its own. The browser's `fetch` by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** The kind of server that the request is for, which determines how a failure is explained. */
  readonly target?: ServerKind;
  /** The bytes of picked files, by the id of their reference. */
  readonly files?: ReadonlyMap<string, Blob>;
  /** Whether the browser's cookies for the server are sent too. */
  readonly cookies?: boolean;
  readonly signal?: AbortSignal;
  /**
   * Milliseconds to wait for the headers, and then between two chunks of the body unless it is a stream. 0: no limit.
   */
  readonly timeoutMs?: number;
  /** The maximum number of bytes of a body to read. */
  readonly maxBytes?: number;
  /** Called once, when the headers are there. */
  readonly onHeaders?: (head: ResponseHead) => void;
  /** Called with each piece of the body as it arrives. */
  readonly onChunk?: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly environment?: Environment;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Sends the request as it is and returns its result. Whatever the network does is a {@link Result}: the promise rejects
 * only if one of the caller's callbacks throws.
 */
export async function send(request: ApiRequest, options: SendOptions = {}): Promise<Result> {
  const started = performance.now();
  const elapsed: Elapsed = () => performance.now() - started;
  const connection = new AbortController();
  let prepared: FetchRequest;
  try {
    const {files = new Map<string, Blob>(), cookies = false} = options;
    prepared = toFetchRequest(request, {files, cookies, signal: connection.signal});
  } catch (error) {
    if (error instanceof UnsendableRequest) {
      return failure(invalidRequest(error.message, error.nextStep), elapsed(), []);
    }
    throw error;
  }
  try {
    return await exchange(request, prepared, options, elapsed);
  } finally {
    connection.abort();
  }
}

type Elapsed = () => number;
const neverAborted = new AbortController().signal;

async function exchange(
  {url}: ApiRequest,
  {request, notes}: FetchRequest,
  options: SendOptions,
  elapsed: Elapsed,
): Promise<Result> {
  const {signal = neverAborted, timeoutMs = DEFAULT_TIMEOUT_MS} = options;
  // Called in a continuation, so that a transport that throws synchronously is a rejection too.
  const answer = Promise.resolve(request).then(sent => (options.fetch ?? fetch)(sent));
  const settled = await settle(answer, {signal, timeoutMs});
  const firstByteMs = elapsed();
  switch (settled.type) {
    case 'cancelled':
      return {type: 'aborted', durationMs: firstByteMs};
    case 'timeout':
      return failure(timedOut(url, timeoutMs), firstByteMs, notes);
    case 'error':
      return settled.error instanceof DiagnosedError
        ? failure(settled.error.diagnosis, firstByteMs, notes)
        : explain(request, options, firstByteMs, notes);
    case 'value':
      return receive(settled.value, {url, firstByteMs, request, notes}, options, elapsed);
  }
}

interface Sent {
  readonly url: string;
  readonly firstByteMs: number;
  readonly request: Request;
  readonly notes: readonly string[];
}

async function receive(
  response: Response,
  sent: Sent,
  options: SendOptions,
  elapsed: Elapsed,
): Promise<Result> {
  const {signal = neverAborted, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES} = options;
  switch (response.type) {
    case 'opaqueredirect':
      return failure(redirectNotFollowed(sent.url), sent.firstByteMs, sent.notes);
    case 'error':
      return explain(sent.request, options, sent.firstByteMs, sent.notes);
    case 'basic':
    case 'cors':
    case 'default':
    case 'opaque':
      break;
  }
  const location = response.headers.get('Location');
  if (isStoppedRedirect(response, sent.request) && location !== null && options.target !== 'page-mock') {
    return failure(redirectNotFollowed(sent.url, location), sent.firstByteMs, sent.notes);
  }
  const head: ResponseHead = {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].map(([name, value]) => ({name, value})),
    ...(response.type === 'cors' ? {headersHidden: true} : {}),
    url: response.redirected ? redirectedTo(response, sent.request) : sent.url,
    firstByteMs: sent.firstByteMs,
  };
  options.onHeaders?.(head);
  const contentType = response.headers.get('Content-Type') ?? undefined;
  const {bytes, cut} = await readResponseBody(response, {
    maxBytes,
    signal,
    silenceMs: isEventStream(contentType ?? '') ? 0 : timeoutMs,
    onChunk: chunk => options.onChunk?.(chunk),
  });
  const text = decodeBody(bytes, contentType);
  return {
    type: 'response',
    ...head,
    body: {bytes, ...(text === undefined ? {} : {text}), ...(cut === undefined ? {} : {cut})},
    size: bytes.length,
    durationMs: elapsed(),
    notes: [...sent.notes, ...(cut === undefined ? [] : [cutNote(cut, bytes.length)])],
  };
}

/** A redirect may repeat the query, which may contain a key: its target is not shown then. */
function redirectedTo({url}: Response, {redirect}: Request): string {
  return redirect === 'manual' ? url.replace(/\?.*$/s, '') : url;
}

/** A transport other than the browser returns a redirect instead of hiding it. */
function isStoppedRedirect({status}: Response, {redirect}: Request): boolean {
  return redirect === 'manual' && [301, 302, 303, 307, 308].includes(status);
}

/** Finding the cause takes further requests, which the reader may cancel too. */
async function explain(
  request: Request,
  {target, environment = browserEnvironment, signal = neverAborted}: SendOptions,
  durationMs: number,
  notes: readonly string[],
): Promise<Result> {
  const settled = await settle(diagnose(request, target, environment), {signal, timeoutMs: 0});
  switch (settled.type) {
    case 'value':
      return failure(settled.value, durationMs, notes);
    case 'error':
      throw settled.error;
    case 'cancelled':
    case 'timeout':
      return {type: 'aborted', durationMs};
  }
}

function failure(diagnosis: Diagnosis, durationMs: number, notes: readonly string[]): FailureResult {
  return {type: 'failure', ...diagnosis, durationMs, notes};
}

function cutNote(cut: BodyCut, bytes: number): string {
  const read = say.plural('bytes', bytes);
  switch (cut) {
    case 'limit':
      return say('limit', {read});
    case 'cancelled':
      return say('cancelled', {read});
    case 'timeout':
      return say('timeout', {read});
    case 'interrupted':
      return say('interrupted', {read});
  }
}
