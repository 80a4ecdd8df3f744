/**
 * The result of one request: a response of any status, a failure without a response, or a cancellation by the reader.
 */
import type {HeaderField} from '../request/apiRequest';

export type Result = ResponseResult | FailureResult | AbortedResult;

/** The status line and headers, known before the body is read. */
export interface ResponseHead {
  /** 100 to 599. */
  readonly status: number;
  /** The server's own phrase; empty over HTTP/2 and later, which have none. */
  readonly statusText: string;
  /** The headers that the browser shows: across origins, those that `Access-Control-Expose-Headers` lists. */
  readonly headers: readonly HeaderField[];
  /** Whether the browser may have hidden others, as it does across origins. */
  readonly headersHidden?: true;
  /** The URL of the response, after redirects; never contains a credential. */
  readonly url: string;
  /** Milliseconds from sending to the headers of the response. */
  readonly firstByteMs: number;
}

export interface ResponseResult extends ResponseHead {
  readonly type: 'response';
  readonly body: ResponseBody;
  /** Bytes of the body that were read, after content decoding. */
  readonly size: number;
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
  /** Sentences about differences between the request as built and as sent, or about a body that was cut short. */
  readonly notes: readonly string[];
}

export interface ResponseBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bytes decoded by their charset, when they are text. */
  readonly text?: string;
  /**
   * Why the body ends early: the size limit, the reader, a timeout, or a broken connection. Left out if it is complete.
   */
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
  /** The header lines that the server's owner has to add to allow this page; the next step refers to them. */
  readonly allow?: readonly string[];
  readonly durationMs: number;
  readonly notes: readonly string[];
}

export type FailureCause =
  /** The request cannot be sent from a browser as it stands; nothing was sent. */
  | 'invalid-request'
  | 'offline'
  /** A page on https may not send requests to a server on http. */
  | 'mixed-content'
  /** The server responds, but does not allow this page to read its responses. */
  | 'cors'
  /** The server responds, but not at this address: an extension or the server itself breaks the connection. */
  | 'blocked'
  /** The server speaks http although the URL is https. */
  | 'tls'
  /** No response at all: name, connection, certificate or an extension. */
  | 'unreachable'
  | 'local-mock-not-running'
  /** The mock in the tab failed or could not be loaded. */
  | 'page-mock-failed'
  /** A redirect was not followed, so that no data of the reader is sent with it. */
  | 'redirect'
  | 'timeout';

/** The reader cancelled before a response arrived. */
export interface AbortedResult {
  readonly type: 'aborted';
  readonly durationMs: number;
}
