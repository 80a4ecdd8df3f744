import {useEffect, useMemo, useState} from 'react';

import {readJson, type JsonReading} from '../../client/answer/readJson';
import {perform, SMALL_TEXT} from './perform';

/** A JSON text as it can be shown. */
export type ReadingState =
  | {readonly type: 'reading'}
  | {readonly type: 'read'; readonly reading: JsonReading}
  /** It is no JSON, or could not be read. */
  | {readonly type: 'text'};

/** Reads a JSON text: a small one at once, a large one beside the page. Undefined stands for a text that is none. */
export function useReading(text: string | undefined): ReadingState {
  const isLarge = text !== undefined && text.length > SMALL_TEXT;
  const small = useMemo(() => (text === undefined || isLarge ? undefined : readJson(text)), [text, isLarge]);
  const [large, setLarge] = useState<{readonly text: string; readonly reading: JsonReading | undefined}>();
  useEffect(() => {
    let current = true;
    const keep = (reading: JsonReading | undefined): void => {
      if (current && text !== undefined) {
        setLarge({text, reading});
      }
    };
    if (isLarge) {
      perform('read', text, text.length).then(keep, () => keep(undefined));
    }
    return () => {
      current = false;
    };
  }, [text, isLarge]);
  if (isLarge && large?.text !== text) {
    return {type: 'reading'};
  }
  const reading = isLarge ? large?.reading : small;
  return reading ? {type: 'read', reading} : {type: 'text'};
}
