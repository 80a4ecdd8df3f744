import {useEffect, type RefObject} from 'react';

import {isTyping} from '../Shortcuts/singleKeys';

/** Gives the focus to a form that the reader opened just now. */
export function useTakenFocus(
  form: RefObject<HTMLFormElement | null>,
  takeFocus: boolean,
  onFocusTaken: () => void,
): void {
  useEffect(() => {
    if (takeFocus) {
      // The form may come late: whoever types elsewhere by then is left there.
      if (!isTyping(document.activeElement)) {
        form.current?.focus({preventScroll: true});
      }
      onFocusTaken();
    }
  }, [form, takeFocus, onFocusTaken]);
}
