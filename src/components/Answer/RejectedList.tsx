import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {RequestValues} from '../../request/values';
import {nameOfPlace} from '../Playground/exchange/nameOfPlace';
import styles from './Answer.module.css';

export interface RejectedListProps {
  /** The addresses of the values that the response names. */
  readonly places: readonly string[];
  readonly values: RequestValues;
  /** Moves the reader to the field of a value. */
  readonly onLead: (at: string) => void;
}

/** The values of the form that an error response names, each with a link to its field. */
export default function RejectedList({places, values, onLead}: RejectedListProps): ReactNode {
  return (
    places.length > 0 && (
      <div className={styles.rejected}>
        <Translate id="rejected.title">Marked in the form:</Translate>
        {places.map(at => (
          <button key={at} type="button" className={styles.pointer} onClick={() => onLead(at)}>
            {nameOfPlace(at, values)}
          </button>
        ))}
      </div>
    )
  );
}
