import type {Json} from '../api/operation';

/** The response of a handler, before the headers that every response has. */
export interface Answer {
  readonly status: number;
  readonly headers?: AnswerHeaders;
  /** Sent as JSON, under the media type of `headers` or `application/json`. */
  readonly json?: Json;
  /** A body to send as it is, instead of `json`. */
  readonly content?: {
    readonly mediaType: string;
    readonly data: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  };
  /** For a stream: what its handler needs to send it again if the request is repeated with its idempotency key. */
  readonly repeat?: Json;
}
type AnswerHeaders = {readonly [name: string]: string};
