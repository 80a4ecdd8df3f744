import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {statusClass} from '../../api/http/status';
import type {StoreChange, LedgerLine} from '../../mock/ledger';
import {formatTime} from '../../words';
import styles from './styles.module.css';

/** What the last requests did, newest first. */
export default function RequestLog({requests}: {readonly requests: readonly LedgerLine[]}): ReactNode {
  if (requests.length === 0) {
    return (
      <p className={styles.quiet}>
        <Translate id="inspector.noRequests">None since the page was loaded.</Translate>
      </p>
    );
  }
  return (
    <ol
      className={styles.log}
      tabIndex={0}
      aria-label={translate({id: 'inspector.log', message: 'Last requests'})}
    >
      {requests.map(({requestId, time, method, path, operationId, status, changes}) => (
        <li key={requestId}>
          <div className={styles.request}>
            <span className={styles.method}>{method}</span>
            <span className={styles.path}>{path}</span>
            <span className={styles.status} data-class={statusClass(status)}>
              {status}
            </span>
          </div>
          <div className={styles.did}>
            {operationId && <span>{operationId}</span>}
            {[...new Set(changes.map(changeInWords))].map(words => (
              <span key={words}>{words}</span>
            ))}
            <time dateTime={time}>{formatTime(new Date(time))}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}

function changeInWords({table, id, type}: StoreChange): string {
  switch (type) {
    case 'stored':
      return translate({id: 'inspector.didStore', message: 'stored {table}/{id}'}, {table, id});
    case 'deleted':
      return translate({id: 'inspector.didDelete', message: 'deleted {table}/{id}'}, {table, id});
  }
}
