import {useCallback, useRef} from 'react';

import type {FillLate} from '../useLateFilling';
import type {Tell} from '../useTold';
import type {Fill} from '../useTypedValues';
import {readerOfCode} from './readerOf';
import {notLoaded, type CodeReader} from './useCodeReader';

export interface PastedCodeInput {
  readonly fill: Fill;
  readonly beginFilling: () => FillLate;
  readonly tell: Tell;
  readonly read: CodeReader;
}

/**
 * Code pasted anywhere in the panel fills in the form. The returned function is undefined for text that makes no
 * request, and otherwise resolves to the result: a later paste replaces one that is still being read.
 */
export function usePastedCode({
  fill,
  beginFilling,
  tell,
  read,
}: PastedCodeInput): (text: string) => Promise<'filled' | 'refused' | 'overtaken'> | undefined {
  const last = useRef(0);
  return useCallback(
    text => {
      const reader = readerOfCode(text);
      if (!reader) {
        return undefined;
      }
      const turn = ++last.current;
      const fillLate = beginFilling();
      return read(text, reader).then(
        async reading => {
          if (turn !== last.current) {
            return 'overtaken';
          }
          if (reading.values) {
            const {values, take} = reading;
            return fillLate(() => fill(values, 'paste', take())) ? 'filled' : 'refused';
          }
          const {placed} = await import('./readCode');
          tell([...reading.problems.map(placed), ...reading.notes]);
          return 'refused';
        },
        () => {
          tell([notLoaded().message]);
          return 'refused';
        },
      );
    },
    [fill, beginFilling, tell, read],
  );
}
