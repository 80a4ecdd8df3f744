import Translate, {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import controls from '../../../controls.module.css';
import {isEnter} from '../../../isEnter';
import styles from '../../Playground.module.css';

export interface MapEntryAdderProps {
  readonly label: string;
  /** The address of the map. */
  readonly at: string;
  /** Names that exist already. */
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
}

/** Names a new entry of a free-form map. */
export default function MapEntryAdder({label, at, taken, onAdd}: MapEntryAdderProps): ReactNode {
  const [name, setName] = useState('');
  const repeated = name !== '' && taken.includes(name);

  function add(): void {
    if (name !== '' && !repeated) {
      onAdd(name);
      setName('');
    }
  }

  return (
    <div>
      <div className={styles.pair}>
        <input
          className={controls.control}
          data-adds-to={at}
          value={name}
          aria-label={translate({id: 'map.name', message: 'New entry of {label}'}, {label})}
          placeholder={translate({id: 'map.placeholder', message: 'name'})}
          spellCheck={false}
          onChange={event => setName(event.target.value)}
          onKeyDown={event => {
            if (isEnter(event) && !event.metaKey && !event.ctrlKey) {
              event.preventDefault();
              add();
            }
          }}
        />
        <button type="button" className={styles.pairAction} onClick={add}>
          <Translate id="map.add">Add</Translate>
        </button>
      </div>
      {repeated && (
        <p className={styles.rowFault} role="status">
          <Translate id="map.repeated" values={{name}}>
            {'An entry {name} already exists.'}
          </Translate>
        </p>
      )}
    </div>
  );
}
