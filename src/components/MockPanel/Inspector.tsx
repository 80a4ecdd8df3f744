import Translate, {translate} from '@docusaurus/Translate';
import {RotateCcw} from 'lucide-react';
import type {ReactNode} from 'react';

import type {PageInspection} from '../../mock/page';
import Code from '../Code';
import styles from './styles.module.css';

export interface InspectorProps {
  readonly inspection: PageInspection;
  readonly onReset: () => Promise<void>;
}

/** What the mock holds, and what the last requests did to it. */
export default function Inspector({inspection, onReset}: InspectorProps): ReactNode {
  const {tables, requests, kept} = inspection;
  return (
    <div className={styles.inspector}>
      <div className={styles.inspectorHead}>
        <p className={styles.heading}>
          <Translate id="inspector.stored">Stored</Translate>
        </p>
        <button type="button" className={styles.reset} onClick={() => void onReset()}>
          <RotateCcw aria-hidden size={13} />
          <Translate id="inspector.reset">Reset the mock</Translate>
        </button>
      </div>
      {tables.length === 0 && (
        <p className={styles.note}>
          <Translate id="inspector.nothing">Nothing is stored.</Translate>
        </p>
      )}
      {tables.map(({name, rows}) => (
        <details key={name} className={styles.table}>
          <summary>
            {name} <span className={styles.count}>{rows.length}</span>
          </summary>
          <pre tabIndex={0} dir="ltr" aria-label={name}>
            <Code code={JSON.stringify(rows, null, 2)} language="json" />
          </pre>
        </details>
      ))}
      <p className={styles.heading}>
        <Translate id="inspector.requests">Last requests</Translate>
      </p>
      {requests.length === 0 ? (
        <p className={styles.note}>
          <Translate id="inspector.noRequests">None yet. Send one, and see here what it did.</Translate>
        </p>
      ) : (
        <ol
          className={styles.requests}
          tabIndex={0}
          aria-label={translate({id: 'inspector.requests', message: 'Last requests'})}
        >
          {requests.map(({requestId, method, path, status, changes}) => (
            <li key={requestId}>
              <span className={styles.status} data-class={Math.floor(status / 100)}>
                {status}
              </span>
              <span>
                {method} {path}
                {changes.map(({table, id, type}) => (
                  <span key={table + id} className={styles.change}>
                    {type === 'deleted'
                      ? translate({id: 'inspector.deleted', message: 'deleted {id}'}, {id})
                      : translate({id: 'inspector.kept', message: 'stored {id}'}, {id})}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.note}>
        {kept ? (
          <Translate id="inspector.lives">Kept until you close this tab.</Translate>
        ) : (
          <Translate id="inspector.lost">
            The browser keeps nothing for this tab, so a reload starts the mock anew.
          </Translate>
        )}
      </p>
    </div>
  );
}
