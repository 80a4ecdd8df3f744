import Translate, {translate} from '@docusaurus/Translate';
import {useRef, useState, type ReactNode} from 'react';

import type {HistoryEntry} from '../../client/history';
import spoken from '../spoken.module.css';
import Comparison from './Comparison';
import HistoryRow from './HistoryRow';
import {rowNames} from './rowNames';
import styles from './styles.module.css';
import {useHistoryEntries} from './useHistoryEntries';

export interface HistoryProps {
  /** The operation of the form around. */
  readonly operation: string;
  readonly onReopen: (entry: HistoryEntry) => void;
  readonly onResend: (entry: HistoryEntry) => void;
}

/** The requests that were sent in this tab, to fill in again, send again, compare or delete. */
export default function History({operation, onReopen, onResend}: HistoryProps): ReactNode {
  const {entries, keepBodies, setKeepBodies, remove, clear} = useHistoryEntries();
  const [here, setHere] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const shown = here ? entries.filter(entry => entry.operation === operation) : entries;
  const names = rowNames(shown);
  const box = useRef<HTMLElement>(null);
  // The button that was pressed disappears with the entries it deletes.
  const keepFocus = (): void => box.current?.focus({preventScroll: true});
  const [later, earlier] = shown.filter(({id}) => chosen.includes(id));

  return (
    <section
      ref={box}
      tabIndex={-1}
      className={styles.history}
      aria-label={translate({id: 'history.label', message: 'History of this tab'})}
    >
      <div className={styles.bar}>
        <label>
          <input type="checkbox" checked={here} onChange={event => setHere(event.target.checked)} />{' '}
          <Translate id="history.here">Only this operation</Translate>
        </label>
        <label>
          <input
            type="checkbox"
            checked={keepBodies}
            onChange={event => setKeepBodies(event.target.checked)}
          />{' '}
          <Translate id="history.bodies">Keep request bodies when the page is reloaded</Translate>
        </label>
        {entries.length > 0 && (
          <button
            type="button"
            className={styles.text}
            onClick={() => {
              clear();
              keepFocus();
              setSaid(translate({id: 'history.cleared', message: 'The history is empty.'}));
            }}
          >
            <Translate id="history.clear">Forget all</Translate>
          </button>
        )}
      </div>
      <p role="status" className={spoken.spoken}>
        {said}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>
          {entries.length === 0 ? (
            <Translate id="history.empty">
              Nothing has been sent yet. The last 50 requests of this tab appear here, without keys.
            </Translate>
          ) : (
            <Translate id="history.emptyHere">You have not sent a request to this operation yet.</Translate>
          )}
        </p>
      ) : (
        <ol className={styles.list}>
          {shown.map((entry, index) => (
            <HistoryRow
              key={entry.id}
              entry={entry}
              name={names[index] ?? ''}
              chosen={chosen.includes(entry.id)}
              onChoose={choose => {
                const others = chosen.filter(id => id !== entry.id);
                // Two at a time: the one that was chosen first is deselected.
                setChosen(choose ? [...others.slice(-1), entry.id] : others);
              }}
              onReopen={() => onReopen(entry)}
              onResend={() => onResend(entry)}
              onRemove={() => {
                remove(entry.id);
                keepFocus();
                setSaid(translate({id: 'history.removed', message: 'Forgotten.'}));
              }}
            />
          ))}
        </ol>
      )}
      {later && earlier ? (
        <Comparison earlier={earlier} later={later} />
      ) : (
        shown.length > 1 && (
          <p className={styles.empty}>
            <Translate id="history.compareHint">Select two requests to compare them.</Translate>
          </p>
        )
      )}
    </section>
  );
}
