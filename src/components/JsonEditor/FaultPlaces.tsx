import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {PlacedFault} from './faults';
import styles from './styles.module.css';

export interface FaultPlacesProps {
  readonly id: string;
  readonly faults: readonly PlacedFault[];
  readonly onGoTo: (fault: PlacedFault) => void;
}

const SHOWN = 10;

/** The faults of the text, each with a button that goes to its place. Their number is announced to screen readers. */
export default function FaultPlaces({id, faults, onGoTo}: FaultPlacesProps): ReactNode {
  return (
    <div id={id} className={styles.faults} data-empty={faults.length === 0}>
      <p role="status" className={styles.spoken}>
        {faults.length > 0 &&
          translate(
            {id: 'jsonEditor.faultCount', message: 'Problems in the body: {count}.'},
            {count: faults.length},
          )}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, SHOWN).map((fault, index) => (
            <li key={index} data-at={fault.at}>
              <button type="button" className={styles.place} onClick={() => onGoTo(fault)}>
                <Translate id="jsonEditor.place" values={{line: fault.line, column: fault.column}}>
                  {'Line {line}, column {column}'}
                </Translate>
              </button>{' '}
              {fault.message}
            </li>
          ))}
        </ul>
      )}
      {faults.length > SHOWN && (
        <p className={styles.more}>
          <Translate id="jsonEditor.moreFaults" values={{count: faults.length - SHOWN}}>
            {'{count} more are marked in the text.'}
          </Translate>
        </p>
      )}
    </div>
  );
}
