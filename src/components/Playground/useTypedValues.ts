import {useCallback, useMemo, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {sameValues, type RequestValues} from '../../request/values';
import {fillIn, keepValues, parseFilling, parseValues, type Filler} from '../formValues';
import {keysOf} from '../storageKey';
import {useRemembered} from '../useRemembered';

export interface TypedValues {
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  /** Fills in the form in place of what was typed, or resets it; can be undone. */
  readonly fill: Fill;
  /** What filled in the form, as long as the form is unchanged since. */
  readonly filled: Filled | undefined;
  /** Whether the form differs from its initial values. */
  readonly changed: boolean;
}

export type Fill = (values: RequestValues | undefined, by: Filler, beside?: Beside) => void;

/** Details of a filling. */
export interface Beside {
  /** The name of what filled in the form, if it has one. */
  readonly title?: string;
  /** Notes for the reader. */
  readonly notes?: readonly ReactNode[];
  /** Undoes what was changed along with the values: the server, keys. */
  readonly restore?: () => void;
}

export interface Filled {
  readonly by: Filler;
  readonly title?: string;
  readonly notes: readonly ReactNode[];
  /** Restores the values from before. */
  readonly takeBack: () => void;
  readonly dismiss: () => void;
}

/** The values of the form, kept in the tab: they survive switching tabs, navigation and reload. */
export function useTypedValues(
  operation: Operation,
  storageKey: string,
  initial: RequestValues,
): TypedValues {
  const keys = keysOf(storageKey);
  // What fills in the form from elsewhere, such as a link of a response, writes to the tab's storage.
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
    // Once the reader has continued from the filled-in values, undoing would lose their work too.
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
