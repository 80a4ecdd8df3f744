import {useEffect, useRef} from 'react';

import type {RequestValues} from '../../../request/values';

/** Fills in values and sends them as soon as the form holds them. */
export function useResending(
  values: RequestValues,
  setValues: (values: RequestValues) => void,
  send: () => Promise<void>,
): (values: RequestValues) => void {
  const awaited = useRef<string>(undefined);
  const held = JSON.stringify(values);
  useEffect(() => {
    if (awaited.current === held) {
      awaited.current = undefined;
      void send();
    }
  });
  return next => {
    const wanted = JSON.stringify(next);
    if (wanted === held) {
      void send();
    } else {
      awaited.current = wanted;
      setValues(next);
    }
  };
}
