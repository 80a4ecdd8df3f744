import {Plus} from 'lucide-react';
import type {ReactNode} from 'react';

import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';
import type {NameValueRowsProps} from './NameValueRows';

export interface FurtherRowsProps extends NameValueRowsProps {
  readonly legend: string;
  /** The label of the button that adds a row. */
  readonly add: string;
}

/** Most requests have none. */
const NameValueRows = fetched(() => import('./NameValueRows'));

/** Names and values beyond those that the document has, and the button that adds one. */
export default function FurtherRows({legend, add, ...rows}: FurtherRowsProps): ReactNode {
  const isEmpty = rows.rows.length === 0;
  return (
    <fieldset className={styles.group}>
      <legend className={isEmpty ? spoken.spoken : styles.legend}>{legend}</legend>
      {!isEmpty && (
        <LoadFailure>
          <NameValueRows {...rows} />
        </LoadFailure>
      )}
      <div>
        <button
          type="button"
          className={styles.add}
          onClick={() => rows.onChange([...rows.rows, {name: '', value: ''}])}
        >
          <Plus aria-hidden size={13} />
          {add}
        </button>
      </div>
    </fieldset>
  );
}
