import {useEffect, useRef} from 'react';

import type {HistoryEntry} from '../../../client/history';
import {sameValues, type RequestValues} from '../../../request/values';
import type {ServerSelection} from '../server/useServer';

export interface ResendingInput {
  readonly values: RequestValues;
  readonly fillIn: (values: RequestValues) => void;
  readonly server: ServerSelection;
  readonly send: () => Promise<void>;
}

export type Resend = (values: RequestValues, target: Pick<HistoryEntry, 'serverId' | 'customUrl'>) => void;

/** Fills in the values of an earlier request and sends them to its server, as soon as the form has both. */
export function useResending({values, fillIn, server, send}: ResendingInput): Resend {
  const awaited = useRef<string>(undefined);
  const held = requestIn(values, server.choice.id, server.customUrl);
  useEffect(() => {
    if (awaited.current === held) {
      awaited.current = undefined;
      void send();
    }
  });
  return (next, {serverId, customUrl = server.customUrl}) => {
    const wanted = requestIn(next, serverId, customUrl);
    if (wanted === held) {
      void send();
      return;
    }
    // If the document no longer has the server, the form is filled in and the reader chooses.
    const isKnown = server.choices.some(({id}) => id === serverId);
    awaited.current = isKnown ? wanted : undefined;
    if (isKnown) {
      server.setCustomUrl(customUrl);
      server.choose(serverId);
    }
    if (!sameValues(next, values)) {
      fillIn(next);
    }
  };
}

function requestIn(values: RequestValues, serverId: string, customUrl: string): string {
  return JSON.stringify([values, serverId, serverId === 'custom' ? customUrl : '']);
}
