/**
 * The part of a Web `Request` that the mock reads. A `Request` is one; a server may pass something that is cheaper to
 * create.
 */
export interface MockRequest {
  readonly method: string;
  /** Absolute; the origin does not matter. */
  readonly url: string;
  readonly headers: {readonly get: (name: string) => string | null};
  readonly body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null;
  readonly signal: AbortSignal;
}

/** A `Request` of the page as the mock reads it. Firefox has no `Request.body`, so its body is read another way. */
export function fromWebRequest(request: Request): MockRequest {
  const {method, url, headers, signal} = request;
  const body: Request['body'] | undefined = request.body;
  return {method, url, headers, signal, body: body === undefined ? blobChunks(request) : body};
}

async function* blobChunks(request: Request): AsyncGenerator<Uint8Array> {
  yield* chunksOf((await request.blob()).stream());
}

/** The chunks of a body. Not all browsers can iterate over a stream, so it uses a reader. */
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
