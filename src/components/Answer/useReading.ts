import {useMemo} from 'react';

import {readJson, type JsonReading} from '../../client/answer/readJson';
import {SMALL_TEXT} from './perform';
import {useJob} from './useJob';

/** The state of a JSON text that is being read. */
export type ReadingState =
  | {readonly type: 'reading'}
  | {readonly type: 'read'; readonly reading: JsonReading}
  /** It is not JSON, or could not be read. */
  | {readonly type: 'text'};

/** Reads a JSON text: a small one at once, a large one in a worker. Undefined stands for a body that is not JSON. */
export function useReading(text: string | undefined): ReadingState {
  const isLarge = text !== undefined && text.length > SMALL_TEXT;
  const small = useMemo(() => (text === undefined || isLarge ? undefined : readJson(text)), [text, isLarge]);
  const large = useJob('read', isLarge ? text : undefined, text?.length ?? 0);
  if (isLarge && !('outcome' in large) && !('error' in large)) {
    return {type: 'reading'};
  }
  const reading = isLarge ? large.outcome : small;
  return reading ? {type: 'read', reading} : {type: 'text'};
}
