import {useRemembered} from '../useRemembered';

/** Whether long lines of a body wrap, as the reader chose for this tab. */
export function useWrapping(): [boolean, (wraps: boolean) => void] {
  const [wraps, remember] = useRemembered('playground.answer.wrap', 'tab');
  return [wraps === 'yes', chosen => remember(chosen ? 'yes' : undefined)];
}
