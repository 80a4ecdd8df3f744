import {useEffect, useRef} from 'react';

import type {Operation} from '../../../api/operation';
import type {Sending} from './useSending';

/** Records what is sent. */
export function useHistoryRecord(operation: Operation, {result, answered}: Sending): void {
  const recorded = useRef(result);
  useEffect(() => {
    if (result && answered && recorded.current !== result) {
      recorded.current = result;
      const entry = {
        time: Date.now(),
        path: new URL(answered.request.url).pathname,
        server: answered.server.label,
        serverId: answered.server.id,
        ...(answered.server.kind === 'custom' ? {customUrl: answered.server.baseUrl} : {}),
        values: answered.values,
      };
      // If the history does not load, the response is shown nevertheless.
      import('../../History/record').then(
        ({record}) => record(operation, entry, answered.request.credentials, result),
        () => undefined,
      );
    }
  }, [result, answered, operation]);
}
