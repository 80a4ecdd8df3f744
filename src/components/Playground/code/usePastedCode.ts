import {useCallback} from 'react';

import type {Tell} from '../useTold';
import type {Fill} from '../useTypedValues';
import {languageOfCode} from './languageOfCode';
import {notLoaded, type CodeReader} from './useCodeReader';

export interface PastedCodeInput {
  readonly fill: Fill;
  readonly tell: Tell;
  readonly read: CodeReader;
}

/** Code pasted anywhere in the panel fills the form. The function is false for text that is none that makes a request. */
export function usePastedCode({fill, tell, read}: PastedCodeInput): (text: string) => boolean {
  return useCallback(
    text => {
      const language = languageOfCode(text);
      if (language === undefined) {
        return false;
      }
      void read(text, language).then(
        async reading => {
          if (reading.values) {
            fill(reading.values, 'paste', reading.take());
          } else {
            const {placed} = await import('./readCode');
            tell([...reading.problems.map(placed), ...reading.notes]);
          }
        },
        () => tell([notLoaded().message]),
      );
      return true;
    },
    [fill, tell, read],
  );
}
