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

/** The ways between a response that rejects values and their fields, over the sheet of a small window too. */
export function useRejecting({sending, sheet, form, answerPlace}: RejectingInput): {
  readonly rejecting: Rejecting;
  readonly leadToField: (at: string) => void;
} {
  const {marks, faults} = sending;
  const {isSheet, setOpen} = sheet;
  const [led, setLed] = useState<{readonly at: string}>();
  // The sheet gives the focus back as it closes, which is done by now.
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
