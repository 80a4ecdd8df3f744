import Translate from '@docusaurus/Translate';
import {useCallback, useLayoutEffect, useRef} from 'react';

import controls from '../controls.module.css';
import {passFocus} from '../passFocus';
import type {Tell} from './useTold';

/** Fills in the form; true when it did, false when the reader is asked first. */
export type FillLate = (fillIn: () => void) => boolean;

/**
 * For what fills in the form but has to be read first, which may take as long as a slow network: begun when the reading
 * begins, it fills in the form only where that is still as it was. What was typed meanwhile stays, and the reader is asked.
 * @param held - What a filling replaces: each part the same object for as long as it says the same.
 */
export function useLateFilling(held: readonly unknown[], tell: Tell): () => FillLate {
  const latest = useRef(held);
  useLayoutEffect(() => {
    latest.current = held;
  });
  return useCallback(() => {
    const before = latest.current;
    return fillIn => {
      if (latest.current.every((part, index) => part === before[index])) {
        fillIn();
        return true;
      }
      tell([
        <span key="late">
          <Translate id="lateFilling.kept">
            You typed while this was being read, so the form has not changed. Filling it in replaces what you
            typed.
          </Translate>{' '}
          <button
            ref={passFocus}
            type="button"
            className={controls.linkButton}
            onClick={() => {
              tell([]);
              fillIn();
            }}
          >
            <Translate id="lateFilling.fillIn">Fill it in</Translate>
          </button>
        </span>,
      ]);
      return false;
    };
  }, [tell]);
}
