import Translate, {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import {isObject} from '../../api/json';
import type {Json} from '../../api/operation';
import type {StoredRow} from '../../mock/inspection';
import Code from '../Code';
import controls from '../controls.module.css';
import Disclosure from './Disclosure';
import styles from './styles.module.css';

/** How many rows are shown at first, and how many more each time. */
const PAGE = 20;

export interface StoredTableProps {
  readonly name: string;
  /** Oldest first. */
  readonly rows: readonly StoredRow[];
  /** The ids of the rows that the newest change touched. */
  readonly changed: ReadonlySet<string>;
}

/** The rows of one table, newest first. */
export default function StoredTable({name, rows, changed}: StoredTableProps): ReactNode {
  const [shown, setShown] = useState(PAGE);
  const newestFirst = rows.toReversed();
  return (
    <Disclosure
      className={styles.table}
      summary={
        <>
          <span className={styles.grow}>{name}</span>
          {changed.size > 0 && <Changed />}
          <span className={styles.count}>{rows.length}</span>
        </>
      }
    >
      <div className={styles.rows}>
        {newestFirst.slice(0, shown).map(({id, row}) => (
          <Disclosure
            key={id}
            summary={
              <>
                <code className={styles.id}>{id}</code>
                <span className={styles.gist}>{gistOf(row)}</span>
                {changed.has(id) && <Changed />}
              </>
            }
          >
            <pre
              tabIndex={0}
              dir="ltr"
              aria-label={translate({id: 'inspector.row', message: 'Row {id}'}, {id})}
            >
              <Code code={JSON.stringify(row, null, 2)} language="json" />
            </pre>
          </Disclosure>
        ))}
        {rows.length > shown && (
          <button type="button" className={controls.linkButton} onClick={() => setShown(shown + PAGE)}>
            <Translate id="inspector.more" values={{count: rows.length - shown}}>
              {'Show more ({count} left)'}
            </Translate>
          </button>
        )}
      </div>
    </Disclosure>
  );
}

function Changed(): ReactNode {
  return (
    <span className={styles.changed}>
      <Translate id="inspector.changed">changed</Translate>
    </span>
  );
}

/** The first text of a row other than its id: what people know it by. */
function gistOf(row: Json): string {
  const texts = isObject(row) ? Object.entries(row) : [];
  const [, gist] = texts.find(([key, value]) => typeof value === 'string' && !/(^|_)id$/.test(key)) ?? [];
  return typeof gist === 'string' ? gist : '';
}
