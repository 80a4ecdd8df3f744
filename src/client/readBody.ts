import type {BodyCut} from './result';
import {settle, type Settled} from './settle';

export interface ReceiveOptions {
  /** Reading stops at this many bytes. */
  readonly maxBytes: number;
  /** Stops reading; what was read is kept. */
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which reading stops; 0 for streams, which may be silent for long. */
  readonly silenceMs: number;
  readonly onChunk: (bytes: Uint8Array<ArrayBuffer>) => void;
}

export interface ReceivedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cut?: BodyCut;
}

type Read = Settled<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;

/** Reads a body as it arrives, within limits. What came before a cut is kept. Rejects only if `onChunk` throws. */
export async function readResponseBody(response: Response, options: ReceiveOptions): Promise<ReceivedBody> {
  const reader = response.body?.getReader();
  if (!reader) {
    return {bytes: new Uint8Array()};
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let left = options.maxBytes;
  try {
    for (;;) {
      const read: Read = await settle(reader.read(), {signal: options.signal, timeoutMs: options.silenceMs});
      if (read.type !== 'value') {
        return {bytes: concatenate(chunks), cut: read.type === 'error' ? 'interrupted' : read.type};
      }
      if (read.value.done) {
        return {bytes: concatenate(chunks)};
      }
      const chunk = read.value.value.subarray(0, left);
      chunks.push(chunk);
      options.onChunk(chunk);
      if (read.value.value.length > left) {
        return {bytes: concatenate(chunks), cut: 'limit'};
      }
      left -= chunk.length;
    }
  } finally {
    // Closes the connection if the body has not ended; cancelling a finished body does nothing.
    reader.cancel().catch(() => undefined);
  }
}

function concatenate(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
