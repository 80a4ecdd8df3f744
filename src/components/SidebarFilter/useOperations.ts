import {useRef, useState} from 'react';

import type {Operations} from './filterItems';

const none: Operations = new Map();

/**
 * The operations by the addresses of their pages, and a function that loads them: the catalog grows with the document,
 * so no page loads it before a reader filters. If it does not load, only titles are filtered, and the next call tries
 * again.
 */
export function useOperations(): readonly [Operations, () => void] {
  const [operations, setOperations] = useState(none);
  const asked = useRef(false);

  function fetchOperations(): void {
    if (asked.current) {
      return;
    }
    asked.current = true;
    import('@generated/openapi/default/catalog.js').then(
      catalog =>
        setOperations(
          new Map(
            catalog.operations.flatMap(operation =>
              operation.permalink === undefined ? [] : [[operation.permalink, operation] as const],
            ),
          ),
        ),
      () => {
        asked.current = false;
      },
    );
  }

  return [operations, fetchOperations];
}
