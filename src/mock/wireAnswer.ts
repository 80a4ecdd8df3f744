import {withDigits} from '../api/digits';
import type {Operation} from '../api/operation';
import type {Answer} from './answer';
import {statusText} from './statusText';

/** A response as it goes on the wire. */
export interface WireAnswer {
  /** 0 for no response: the connection breaks. */
  readonly status: number;
  readonly headers: {readonly [name: string]: string};
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

interface Carried {
  readonly method: string;
  readonly operation?: Operation | undefined;
  /** The headers of every response. */
  readonly headers: {readonly [name: string]: string};
}

/** Statuses whose responses have no body (RFC 9110 §15), whatever the document says. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** JSON is indented, for people to read. HEAD gets the headers alone. */
export function toWire({status, headers, json, content}: Answer, carried: Carried): WireAnswer {
  const bare = carried.method === 'HEAD' || BODILESS.has(status);
  const mediaType = content?.mediaType ?? (json === undefined ? undefined : 'application/json');
  const body =
    content?.data ??
    (json === undefined ? null : withDigits(carried.operation ?? {}, JSON.stringify(json, null, 2)));
  if (bare && body instanceof ReadableStream) {
    void body.cancel();
  }
  return {
    status,
    headers: {
      ...(mediaType === undefined ? {} : {'Content-Type': mediaType}),
      ...carried.headers,
      ...headers,
    },
    body: bare ? null : body,
  };
}

export function toResponse({status, headers, body}: WireAnswer): Response {
  return status === 0
    ? Response.error()
    : new Response(body, {status, statusText: statusText(status), headers});
}
