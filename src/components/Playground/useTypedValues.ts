import {useCallback, useMemo} from 'react';

import type {RequestValues} from '../../request/values';
import {useRemembered} from '../useRemembered';

/** The values of the form, kept for the tab: they outlive tab switches, navigation and reload. They hold no secrets. */
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
  const values = useMemo(() => readValues(text) ?? initial, [text, initial]);
  const setValues = useCallback((next: RequestValues) => setText(JSON.stringify(next)), [setText]);
  const reset = useCallback(() => setText(undefined), [setText]);
  return {values, setValues, changed: JSON.stringify(values) !== JSON.stringify(initial), reset};
}

/** What the tab remembers, unless it is of another shape, as an older version of the site or another script may leave. */
function readValues(text: string | undefined): RequestValues | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return isRequestValues(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRequestValues(value: unknown): value is RequestValues {
  return (
    isRecord(value) &&
    isRecord(value.parameters) &&
    Object.values(value.parameters).every(text => typeof text === 'string') &&
    Array.isArray(value.headers) &&
    value.headers.every(
      header => isRecord(header) && typeof header.name === 'string' && typeof header.value === 'string',
    ) &&
    isRecord(value.bodies) &&
    Object.values(value.bodies).every(body => isRecord(body) && typeof body.type === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
