import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Scope} from '../../../client/oauth/flows';
import {langOfOriginal} from '../../../words';
import controls from '../../controls.module.css';
import playground from '../Playground.module.css';
import styles from './styles.module.css';

export interface ScopesProps {
  readonly offered: readonly Scope[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The scopes of a token; those that the operation needs are chosen initially. */
export default function Scopes({offered, chosen, onChange}: ScopesProps): ReactNode {
  return (
    <fieldset className={playground.group}>
      <legend className={controls.caption}>
        <Translate id="signIn.scopes">Scopes</Translate>
      </legend>
      <div className={styles.scopes}>
        {offered.map(({name, description}) => (
          <label key={name} className={styles.scope}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={event =>
                onChange(event.target.checked ? [...chosen, name] : chosen.filter(other => other !== name))
              }
            />
            <span>
              <code>{name}</code> <span {...langOfOriginal()}>{description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
