import Translate from '@docusaurus/Translate';
import {useHistory as useRouterHistory} from '@docusaurus/router';
import {operations} from '@generated/openapi/default/catalog.js';
import {lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {outcomeOf, type HistoryEntry} from '../../client/history';
import type {RequestValues} from '../../request/values';
import {record} from '../History/useHistoryEntries';
import LoadFailure from '../LoadFailure';
import {openWith} from './handOver';
import styles from './Playground.module.css';
import {useResending} from './useResending';
import type {Sending} from './useSending';

const History = lazy(() => import('../History'));

/** Tells requests of one millisecond apart. */
let sent = 0;

export interface HistoryPanelInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  readonly sending: Sending;
  /** The name of the chosen server. */
  readonly server: string;
}

/** Records what is sent, and gives the button and the panel of the history. */
export function useHistoryPanel({operation, values, setValues, sending, server}: HistoryPanelInput): {
  readonly button: ReactNode;
  readonly panel: ReactNode;
} {
  const id = useId();
  const router = useRouterHistory();
  const [open, setOpen] = useState(false);
  const resend = useResending(values, setValues, sending.send);
  const {result, answered} = sending;
  const recorded = useRef(result);

  useEffect(() => {
    if (result && answered && recorded.current !== result) {
      recorded.current = result;
      const time = Date.now();
      record({
        id: `${time}-${sent++}`,
        time,
        operation: operation.id,
        method: operation.method,
        path: new URL(answered.request.url).pathname,
        server,
        outcome: outcomeOf(result),
        values: answered.values,
      });
    }
  }, [result, answered, operation, server]);

  /** A request of another operation is filled in on its own page. */
  function elsewhere(entry: HistoryEntry): boolean {
    if (entry.operation === operation.id) {
      return false;
    }
    const permalink = operations.find(other => other.id === entry.operation)?.permalink;
    openWith(entry.operation, entry.values);
    if (permalink !== undefined) {
      router.push(permalink);
    }
    return true;
  }

  return {
    button: (
      <button
        type="button"
        className={styles.textButton}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Translate id="history.open">History</Translate>
      </button>
    ),
    panel: open && (
      <div id={id}>
        <LoadFailure title={<Translate id="history.failed">The history did not load.</Translate>}>
          <Suspense fallback={null}>
            <History
              operation={operation.id}
              onReopen={entry => elsewhere(entry) || setValues(entry.values)}
              onResend={entry => elsewhere(entry) || resend(entry.values)}
            />
          </Suspense>
        </LoadFailure>
      </div>
    ),
  };
}
