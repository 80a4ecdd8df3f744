import {useCallback, useEffect, useMemo, useState, type RefObject} from 'react';

import type {Rejecting} from '../fields/Faults';
import {leadTo} from '../fields/leadTo';
import type {AnswerSheetState} from './useAnswerSheet';
import type {Sending} from './useSending';

export interface RejectingInput {
  readonly sending: Sending;
  readonly sheet: AnswerSheetState;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly answerPlace: HTMLElement | null;
}

/**
 * Moves between a response that rejects values and their fields, also while the sheet of a small window covers the
 * form.
 */
export function useRejecting({sending, sheet, form, answerPlace}: RejectingInput): {
  readonly rejecting: Rejecting;
  readonly leadToField: (at: string) => void;
} {
  const {marks, faults} = sending;
  const {isSheet, setOpen} = sheet;
  const [led, setLed] = useState<{readonly at: string}>();
  // The sheet returns focus when it closes, which has happened before this effect.
  useEffect(() => {
    if (led) {
      leadTo(form.current, led.at);
    }
  }, [led, form]);
  const rejecting = useMemo(
    () => ({
      places: marks.slice(faults.length).map(({at}) => at),
      show() {
        if (isSheet) {
          setOpen(true);
        } else {
          answerPlace?.querySelector<HTMLElement>('[data-area="answer"]')?.focus();
        }
      },
    }),
    [marks, faults, isSheet, setOpen, answerPlace],
  );
  const leadToField = useCallback(
    (at: string) => {
      setOpen(false);
      setLed({at});
    },
    [setOpen],
  );
  return {rejecting, leadToField};
}
