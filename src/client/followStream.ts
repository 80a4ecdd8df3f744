import {isEventStream} from '../api/http/mediaType';
import {headerValue} from '../api/http/headerValue';
import {EventStreamReader, type StreamedEvent} from './eventStream';
import type {ResponseHead} from './result';
import type {SendOptions} from './send';

/** A response that is still arriving. */
export interface Progress {
  readonly head: ResponseHead;
  /** The events so far. */
  readonly events: readonly StreamedEvent[];
}

/** Reports a stream of events while it arrives. Other responses are shown when they are complete. */
export function followStream(
  onProgress: (progress: Progress) => void,
): Pick<SendOptions, 'onHeaders' | 'onChunk'> {
  const decoder = new TextDecoder();
  const reader = new EventStreamReader();
  let followed: Progress | undefined;
  return {
    onHeaders(head) {
      if (isEventStream(headerValue(head.headers, 'content-type') ?? '')) {
        followed = {head, events: []};
        onProgress(followed);
      }
    },
    onChunk(bytes) {
      if (followed) {
        const events = reader.read(decoder.decode(bytes, {stream: true}));
        if (events.length > 0) {
          followed = {...followed, events: [...followed.events, ...events]};
          onProgress(followed);
        }
      }
    },
  };
}
