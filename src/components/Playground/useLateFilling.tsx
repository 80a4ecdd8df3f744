import Translate from '@docusaurus/Translate';
import {useCallback, useLayoutEffect, useRef} from 'react';

import controls from '../controls.module.css';
import {passFocus} from '../passFocus';
import type {Tell} from './useTold';

/** Fills in the form; true if it did, false if the reader is asked first. */
export type FillLate = (fillIn: () => void) => boolean;

/**
 * For values that have to be loaded or parsed before they fill in the form. Called when that starts; the function that
 * it returns fills in the form only if the form has not changed since. Otherwise it asks the reader, and keeps what was
 * typed.
 * @param held - What a filling replaces: each part is the same object as long as it is unchanged.
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
