import Translate from '@docusaurus/Translate';
import {useHistory as useRouterHistory} from '@docusaurus/router';
import {useEffect, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {HistoryEntry} from '../../../client/history';
import type {RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import type {Filler} from '../../formValues';
import controls from '../../controls.module.css';
import {useResending} from './useResending';
import type {ServerSelection} from '../server/useServer';
import type {Sending} from './useSending';

const History = fetched(() => import('../../History'));

export interface HistoryPanelInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly fill: (values: RequestValues, by: Filler) => void;
  readonly sending: Sending;
  readonly server: ServerSelection;
}

/** Records what is sent, and gives the button and the panel of the history. */
export function useHistoryPanel({operation, values, fill, sending, server}: HistoryPanelInput): {
  readonly button: ReactNode;
  readonly panel: ReactNode;
} {
  const id = useId();
  const router = useRouterHistory();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const fillIn = (next: RequestValues): void => fill(next, 'history');
  const resend = useResending({values, fillIn, server, send: sending.send});
  const {result, answered} = sending;
  const recorded = useRef(result);

  useEffect(() => {
    if (result && answered && recorded.current !== result) {
      recorded.current = result;
      const entry = {
        time: Date.now(),
        operation: operation.id,
        method: operation.method,
        path: new URL(answered.request.url).pathname,
        server: answered.server.label,
        serverId: answered.server.id,
        ...(answered.server.kind === 'custom' ? {customUrl: answered.server.baseUrl} : {}),
        values: answered.values,
      };
      // Without the part that remembers, the answer is still there.
      import('../../History/record').then(
        ({record}) => record(entry, result),
        () => undefined,
      );
    }
  }, [result, answered, operation]);

  function reopen(entry: HistoryEntry, fill: (values: RequestValues) => void): void {
    if (entry.operation === operation.id) {
      fill(entry.bodiesForgotten ? {...entry.values, bodies: values.bodies} : entry.values);
    } else {
      setFailed(false);
      openElsewhere(entry).catch(() => setFailed(true));
    }
  }

  /** A request of another operation is filled in on its own page. */
  async function openElsewhere(entry: HistoryEntry): Promise<void> {
    const {reopenElsewhere} = await import('./reopenElsewhere');
    const permalink = await reopenElsewhere(entry);
    if (permalink !== undefined) {
      router.push(permalink);
    }
  }

  return {
    button: (
      <button
        type="button"
        className={controls.linkButton}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Translate id="history.open">History</Translate>
      </button>
    ),
    panel: open && (
      <div id={id}>
        <p role="status" className={controls.note}>
          {failed && (
            <Translate id="history.notOpened">
              The page of this request did not load. Check your connection, then try again.
            </Translate>
          )}
        </p>
        <LoadFailure title={<Translate id="history.failed">The history did not load.</Translate>}>
          <History
            operation={operation.id}
            onReopen={entry => reopen(entry, fillIn)}
            onResend={entry => reopen(entry, next => resend(next, entry))}
          />
        </LoadFailure>
      </div>
    ),
  };
}
