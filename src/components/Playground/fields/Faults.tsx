import Translate from '@docusaurus/Translate';
import {createContext, useContext, type ReactNode} from 'react';

import {isWithin} from '../../../request/form/fieldFaults';
import controls from '../../controls.module.css';
import styles from './Field.module.css';

/** The last response, as far as it rejects values of the form. */
export interface Rejecting {
  /** The addresses of the values that it names and that have not been changed since. */
  readonly places: readonly string[];
  /** Moves the reader to the response. */
  readonly show: () => void;
}

export const RejectingResponse = createContext<Rejecting>({places: [], show: () => undefined});

export interface FaultsProps {
  readonly id: string;
  /** The address of the value. */
  readonly at: string;
  readonly faults: readonly string[];
}

/** What is wrong with a value, with a link to the response if the server said so. */
export default function Faults({id, at, faults}: FaultsProps): ReactNode {
  const {places, show} = useContext(RejectingResponse);
  return (
    faults.length > 0 && (
      <div className={styles.faults}>
        <ul id={id}>
          {faults.map(fault => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
        {places.some(place => isWithin(place, at)) && (
          <button type="button" className={controls.linkButton} onClick={show}>
            <Translate id="rejected.show">Show the response</Translate>
          </button>
        )}
      </div>
    )
  );
}
