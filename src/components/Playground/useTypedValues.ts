import {useCallback, useMemo} from 'react';

import type {RequestValues} from '../../request/values';
import {fillIn, keepValues, parseFilling, parseValues, type Filler} from '../formValues';
import {keysOf} from '../storageKey';
import {useRemembered} from '../useRemembered';

export interface TypedValues {
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  /** Fills in the form in place of what was typed, or makes it what it opened with; can be taken back. */
  readonly fill: (values: RequestValues | undefined, by: Filler) => void;
  /** What filled in the form, for as long as it holds what was filled in. */
  readonly filled: Filled | undefined;
  /** Whether the form holds anything else than it opened with. */
  readonly changed: boolean;
}

export interface Filled {
  readonly by: Filler;
  /** Brings back what was typed before; undefined when nothing was. */
  readonly takeBack: (() => void) | undefined;
  readonly dismiss: () => void;
}

/** The values of the form, kept for the tab: they outlive tab switches, navigation and reload. */
export function useTypedValues(storageKey: string, initial: RequestValues): TypedValues {
  const keys = keysOf(storageKey);
  // What fills the form from elsewhere, such as a link of an answer, does so through what the tab remembers.
  const [text] = useRemembered(keys.values, 'tab');
  const [fillingText, keepFilling] = useRemembered(keys.filling, 'page');
  const values = useMemo(() => parseValues(text) ?? initial, [text, initial]);
  const setValues = useCallback((next: RequestValues) => keepValues(storageKey, next), [storageKey]);
  const fill = useCallback(
    (next: RequestValues | undefined, by: Filler) => fillIn(storageKey, next, by),
    [storageKey],
  );

  const filled = useMemo(() => {
    const filling = parseFilling(fillingText);
    // Once the reader goes on from what was filled in, taking it back would take their work too.
    if (!filling || JSON.stringify(filling.after ?? initial) !== JSON.stringify(values)) {
      return undefined;
    }
    const {by, before} = filling;
    const dismiss = (): void => keepFilling(undefined);
    return {
      by,
      takeBack:
        before &&
        ((): void => {
          keepValues(storageKey, before);
          dismiss();
        }),
      dismiss,
    };
  }, [fillingText, keepFilling, storageKey, initial, values]);

  return {values, setValues, fill, filled, changed: JSON.stringify(values) !== JSON.stringify(initial)};
}
