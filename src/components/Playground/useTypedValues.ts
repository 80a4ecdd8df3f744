import {useCallback, useState} from 'react';

import type {RequestValues} from '../../request/values';
import {recall, remember} from '../useRemembered';

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
  const key = `${storageKey}.values`;
  const [values, setState] = useState(() => recalledValues(key) ?? initial);
  const setValues = useCallback(
    (next: RequestValues) => {
      setState(next);
      remember(key, JSON.stringify(next), 'tab');
    },
    [key],
  );
  const reset = useCallback(() => {
    setState(initial);
    remember(key, undefined, 'tab');
  }, [key, initial]);
  return {values, setValues, changed: JSON.stringify(values) !== JSON.stringify(initial), reset};
}

/** What the tab remembers, unless it is of another shape, as an older version of the site or another script may leave. */
function recalledValues(key: string): RequestValues | undefined {
  const text = recall(key, 'tab');
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
