import type {Json} from '../api/operation';

export interface ServerSentEvent {
  readonly event: string;
  readonly data: Json;
}

/**
 * A stream of server-sent events (HTML §9.2), each sent as soon as it is available. If the client stops reading,
 * `stopped` is called and the signal ends the wait for the next event.
 */
export function eventStream(
  events: (signal: AbortSignal) => AsyncGenerator<ServerSentEvent>,
  stopped: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const controller = new AbortController();
  const source = events(controller.signal);
  return new ReadableStream({
    async pull(sink) {
      try {
        const {done, value} = await source.next();
        if (done) {
          sink.close();
        } else {
          sink.enqueue(encoder.encode(`event: ${value.event}\ndata: ${JSON.stringify(value.data)}\n\n`));
        }
      } catch (error) {
        if (!controller.signal.aborted) {
          throw error;
        }
      }
    },
    async cancel(reason) {
      controller.abort(reason);
      await stopped();
    },
  });
}
