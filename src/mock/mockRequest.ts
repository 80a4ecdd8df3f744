/**
 * The part of a Web `Request` that the mock reads. A `Request` is one; a server may hand over something that costs less
 * to make.
 */
export interface MockRequest {
  readonly method: string;
  /** Absolute; the origin does not matter. */
  readonly url: string;
  readonly headers: {readonly get: (name: string) => string | null};
  readonly body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null;
  readonly signal: AbortSignal;
}

/** The chunks of a body. Not every browser can iterate over a stream, so streams are read by their reader. */
export async function* chunksOf(body: MockRequest['body']): AsyncGenerator<Uint8Array> {
  if (body === null) {
    return;
  }
  if (!(body instanceof ReadableStream)) {
    yield* body;
    return;
  }
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield next.value;
    }
  } finally {
    reader.releaseLock();
  }
}
