/** What became of one request: an answer of any status, a failure without an answer, or the reader's own cancelling. */
import type {HeaderField} from '../request/apiRequest';

export type Result = ResponseResult | FailureResult | AbortedResult;

/** The status line and headers, known before the body is read. */
export interface ResponseHead {
  /** 100 to 599. */
  readonly status: number;
  /** The server's own words; empty over HTTP/2 and later, which send none. */
  readonly statusText: string;
  /** Those that the browser shows: across origins, the ones that `Access-Control-Expose-Headers` names. */
  readonly headers: readonly HeaderField[];
  /** Whether the browser may have hidden others, as it does across origins. */
  readonly headersHidden?: true;
  /** Where the answer came from, after redirects; never holds a credential. */
  readonly url: string;
  /** Milliseconds from sending to the headers of the answer. */
  readonly firstByteMs: number;
}

export interface ResponseResult extends ResponseHead {
  readonly type: 'response';
  readonly body: ResponseBody;
  /** Bytes of the body that were read, after content decoding. */
  readonly size: number;
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
  /** Sentences about what differs between the request as built and as sent, or about a body cut short. */
  readonly notes: readonly string[];
}

export interface ResponseBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bytes decoded by their charset, when they are text. */
  readonly text?: string;
  /** Why the body ends early: the size limit, the reader, silence, or a broken connection. Left out: it is whole. */
  readonly cut?: BodyCut;
}
export type BodyCut = 'limit' | 'cancelled' | 'timeout' | 'interrupted';

export interface FailureResult {
  readonly type: 'failure';
  readonly cause: FailureCause;
  /** What happened, in a few words with a full stop. */
  readonly title: string;
  /** What it means, in sentences. */
  readonly explanation: string;
  /** What to do, in sentences. */
  readonly nextStep: string;
  /** The header lines by which the server's owner would let this page in; the next step leads to them. */
  readonly allow?: readonly string[];
  readonly durationMs: number;
  readonly notes: readonly string[];
}

export type FailureCause =
  /** The request cannot be sent from a browser as it stands; nothing was sent. */
  | 'invalid-request'
  | 'offline'
  /** A page on https may not reach a server on http. */
  | 'mixed-content'
  /** The server is there, but does not let this page read its answers. */
  | 'cors'
  /** The server answers, but not at this address: an extension or the server itself breaks the connection. */
  | 'blocked'
  /** The server speaks http where https was asked. */
  | 'tls'
  /** No answer at all: name, connection, certificate or an extension. */
  | 'unreachable'
  | 'local-mock-not-running'
  /** The mock in the tab broke down or could not be loaded. */
  | 'page-mock-failed'
  /** A redirect was not followed, so that nothing of the reader's own travels with it. */
  | 'redirect'
  | 'timeout';

/** The reader cancelled before an answer came. */
export interface AbortedResult {
  readonly type: 'aborted';
  readonly durationMs: number;
}
