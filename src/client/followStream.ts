import {isEventStream} from '../api/http/mediaType';
import {headerValue} from '../api/http/headerValue';
import {EventStreamReader, type StreamedEvent} from './eventStream';
import type {ResponseHead} from './result';
import type {SendOptions} from './send';

/** An answer of which more is to come. */
export interface Progress {
  readonly head: ResponseHead;
  /** The events that have come. */
  readonly events: readonly StreamedEvent[];
}

/** Tells of a stream of events while it comes. Other answers are shown when they are whole. */
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
