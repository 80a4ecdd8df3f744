import {useCallback, useMemo, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {sameValues, type RequestValues} from '../../request/values';
import {fillIn, keepValues, parseFilling, parseValues, type Filler} from '../formValues';
import {keysOf} from '../storageKey';
import {useRemembered} from '../useRemembered';

export interface TypedValues {
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  /** Fills in the form in place of what was typed, or makes it what it opened with; can be taken back. */
  readonly fill: Fill;
  /** What filled in the form, for as long as it holds what was filled in. */
  readonly filled: Filled | undefined;
  /** Whether the form holds anything else than it opened with. */
  readonly changed: boolean;
}

export type Fill = (values: RequestValues | undefined, by: Filler, beside?: Beside) => void;

/** What goes with a filling. */
export interface Beside {
  /** What the form was filled in with, where that has a name. */
  readonly title?: string;
  /** What the reader is to know of it. */
  readonly notes?: readonly ReactNode[];
  /** Takes back what changed with it beside the values: the server, keys. */
  readonly restore?: () => void;
}

export interface Filled {
  readonly by: Filler;
  readonly title?: string;
  readonly notes: readonly ReactNode[];
  /** Brings back what was there before. */
  readonly takeBack: () => void;
  readonly dismiss: () => void;
}

/** The values of the form, kept for the tab: they outlive tab switches, navigation and reload. */
export function useTypedValues(
  operation: Operation,
  storageKey: string,
  initial: RequestValues,
): TypedValues {
  const keys = keysOf(storageKey);
  // What fills the form from elsewhere, such as a link of an answer, does so through what the tab remembers.
  const [text] = useRemembered(keys.values, 'tab');
  const [fillingText, keepFilling] = useRemembered(keys.filling, 'page');
  const [besides, setBesides] = useState<{readonly of: string; readonly beside: Beside}>();
  const values = useMemo(() => parseValues(text) ?? initial, [text, initial]);
  const setValues = useCallback(
    (next: RequestValues) => keepValues(operation, storageKey, next),
    [operation, storageKey],
  );
  const fill = useCallback<Fill>(
    (next, by, beside = {}) => {
      setBesides({of: fillIn(operation, storageKey, next, by, beside.title), beside});
    },
    [operation, storageKey],
  );

  const filled = useMemo(() => {
    const filling = parseFilling(fillingText);
    // Once the reader goes on from what was filled in, taking it back would take their work too.
    if (!filling || !sameValues(filling.after ?? initial, values)) {
      return undefined;
    }
    const {by, title, before} = filling;
    const {notes = [], restore}: Beside = besides && besides.of === fillingText ? besides.beside : {};
    const dismiss = (): void => keepFilling(undefined);
    return {
      by,
      ...(title === undefined ? {} : {title}),
      notes,
      takeBack(): void {
        keepValues(operation, storageKey, before);
        restore?.();
        dismiss();
      },
      dismiss,
    };
  }, [fillingText, keepFilling, operation, storageKey, initial, values, besides]);

  return {values, setValues, fill, filled, changed: !sameValues(values, initial)};
}
