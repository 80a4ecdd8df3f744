import Translate, {translate} from '@docusaurus/Translate';
import {RotateCcw} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import type {StoreChange} from '../../mock/ledger';
import type {PageInspection} from '../../mock/page';
import controls from '../controls.module.css';
import RequestLog from './RequestLog';
import StoredTable from './StoredTable';
import styles from './styles.module.css';

export interface InspectorProps {
  readonly inspection: PageInspection;
  readonly reset: () => Promise<void>;
}

/** What the mock stores at the moment, and what the last requests did. */
export default function Inspector({inspection, reset}: InspectorProps): ReactNode {
  const {tables, requests, kept} = inspection;
  const [said, setSaid] = useState('');
  const newest = requests.find(({changes}) => changes.length > 0)?.changes ?? [];

  async function resetAndSay(): Promise<void> {
    setSaid('');
    await reset();
    setSaid(
      translate({
        id: 'inspector.resetDone',
        message: 'The mock is back to its initial state. What you typed is kept.',
      }),
    );
  }

  return (
    <>
      <fieldset className={styles.group}>
        <legend>
          <Translate id="inspector.stored">Stored</Translate>
        </legend>
        {tables.length === 0 && (
          <p className={styles.quiet}>
            <Translate id="inspector.nothingStored">Nothing is stored.</Translate>
          </p>
        )}
        {tables.map(({name, rows}) => (
          <StoredTable key={name} name={name} rows={rows} changed={storedIn(name, newest)} />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>
          <Translate id="inspector.requests">Last requests</Translate>
        </legend>
        <RequestLog requests={requests} />
      </fieldset>
      <div className={styles.foot}>
        <p className={controls.note}>
          {kept ? (
            <Translate id="inspector.kept">
              Stored in this tab. It survives a reload, and other tabs have mocks of their own.
            </Translate>
          ) : (
            <Translate id="inspector.notKept">
              The storage of this tab is full or blocked, so a reload discards what has changed.
            </Translate>
          )}
        </p>
        <button type="button" className={styles.reset} onClick={() => void resetAndSay()}>
          <RotateCcw aria-hidden size={13} />
          <Translate id="inspector.reset">Reset the mock</Translate>
        </button>
        <p role="status" className={styles.done}>
          {said}
        </p>
      </div>
    </>
  );
}

function storedIn(table: string, changes: readonly StoreChange[]): ReadonlySet<string> {
  return new Set(
    changes.filter(change => change.table === table && change.type === 'stored').map(({id}) => id),
  );
}
