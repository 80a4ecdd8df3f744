import {useEffect, type RefObject} from 'react';

import {isTyping} from '../Shortcuts/singleKeys';

/** Moves focus to a form that the reader has just opened. */
export function useTakenFocus(
  form: RefObject<HTMLFormElement | null>,
  takeFocus: boolean,
  onFocusTaken: () => void,
): void {
  useEffect(() => {
    if (takeFocus) {
      // The form may open late: do not take the focus from someone who types elsewhere by then.
      if (!isTyping(document.activeElement)) {
        form.current?.focus({preventScroll: true});
      }
      onFocusTaken();
    }
  }, [form, takeFocus, onFocusTaken]);
}
