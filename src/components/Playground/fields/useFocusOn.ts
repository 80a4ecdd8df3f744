import {useCallback, useEffect, useRef, type RefObject} from 'react';

import {reveal} from './reveal';

/**
 * Moves focus within an element with the next change of `content`, to the first of the given elements that exists.
 * Without it, removing or moving the focused element would lose focus. Does nothing if focus is elsewhere by then.
 */
export function useFocusOn<Box extends HTMLElement>(
  content: string | number | undefined,
): [box: RefObject<Box | null>, focusOn: (...selectors: readonly string[]) => void] {
  const box = useRef<Box>(null);
  const wanted = useRef<{readonly selectors: readonly string[]; readonly from: Element | null}>(undefined);
  useEffect(() => {
    const {selectors = [], from} = wanted.current ?? {};
    wanted.current = undefined;
    const target = selectors
      .map(selector => box.current?.querySelector<HTMLElement>(selector))
      .find(element => element instanceof HTMLElement);
    if (target && [from, document.body].includes(document.activeElement)) {
      reveal(target);
    }
  }, [content]);
  const focusOn = useCallback((...selectors: readonly string[]) => {
    wanted.current = {selectors, from: document.activeElement};
  }, []);
  return [box, focusOn];
}
