import {useCallback, useEffect, useRef, type RefObject} from 'react';

import {reveal} from './reveal';

/**
 * Moves focus within an element once `content` has changed: to the first of the given places that is found. Removing or
 * moving the focused element would lose it otherwise.
 */
export function useFocusOn<Box extends HTMLElement>(
  content: string | number | undefined,
): [box: RefObject<Box | null>, focusOn: (...selectors: readonly string[]) => void] {
  const box = useRef<Box>(null);
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const target = wanted.current
      .map(selector => box.current?.querySelector<HTMLElement>(selector))
      .find(element => element instanceof HTMLElement);
    if (target) {
      wanted.current = [];
      reveal(target);
    }
  }, [content]);
  const focusOn = useCallback((...selectors: readonly string[]) => {
    wanted.current = selectors;
  }, []);
  return [box, focusOn];
}
