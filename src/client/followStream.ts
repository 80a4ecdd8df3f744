import {isEventStream} from './eventStream';
import type {ResponseHead} from './result';
import type {SendOptions} from './send';

/** An answer of which more is to come. */
export interface Progress {
  readonly head: ResponseHead;
  /** What has come of the body. */
  readonly text: string;
}

/** Tells of a stream of events while it comes. Other answers are shown when they are whole. */
export function followStream(
  onProgress: (progress: Progress) => void,
): Pick<SendOptions, 'onHeaders' | 'onChunk'> {
  const decoder = new TextDecoder();
  let followed: Progress | undefined;
  return {
    onHeaders(head) {
      const type = head.headers.find(({name}) => name.toLowerCase() === 'content-type')?.value;
      if (isEventStream(type)) {
        followed = {head, text: ''};
        onProgress(followed);
      }
    },
    onChunk(bytes) {
      if (followed) {
        followed = {...followed, text: followed.text + decoder.decode(bytes, {stream: true})};
        onProgress(followed);
      }
    },
  };
}
