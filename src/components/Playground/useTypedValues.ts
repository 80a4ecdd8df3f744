import {useCallback, useMemo} from 'react';

import {readValues} from '../../request/readValues';
import type {RequestValues} from '../../request/values';
import {withoutSecrets} from '../../request/withoutSecrets';
import {useRemembered} from '../useRemembered';

/**
 * The values of the form, kept for the tab: they outlive tab switches, navigation and reload. Headers that look like keys
 * stay in memory: a reload forgets them.
 */
export function useTypedValues(
  storageKey: string,
  initial: RequestValues,
): {
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  readonly changed: boolean;
  readonly reset: () => void;
} {
  // What fills the form from elsewhere, such as a link of an answer, does so through what the tab remembers.
  const [text, setText] = useRemembered(`${storageKey}.values`, 'tab');
  const values = useMemo(() => recalledValues(text) ?? initial, [text, initial]);
  const setValues = useCallback(
    (next: RequestValues) => setText(JSON.stringify(next), JSON.stringify(withoutSecrets(next).values)),
    [setText],
  );
  const reset = useCallback(() => setText(undefined), [setText]);
  return {values, setValues, changed: JSON.stringify(values) !== JSON.stringify(initial), reset};
}

/** What the tab remembers, unless it is of another shape, as an older version of the site or another script may leave. */
function recalledValues(text: string | undefined): RequestValues | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return readValues(value);
  } catch {
    return undefined;
  }
}
