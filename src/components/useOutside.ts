import {useEffect, type RefObject} from 'react';

/** Calls back when the reader clicks, or moves focus, outside of an open element. */
export function useOutside(
  element: RefObject<HTMLElement | null>,
  open: boolean,
  onOutside: () => void,
): void {
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const check = ({target}: Event): void => {
      if (target instanceof Node && !element.current?.contains(target)) {
        onOutside();
      }
    };
    document.addEventListener('pointerdown', check);
    document.addEventListener('focusin', check);
    return () => {
      document.removeEventListener('pointerdown', check);
      document.removeEventListener('focusin', check);
    };
  }, [element, open, onOutside]);
}
