import type {ReactNode} from 'react';

import type {FilledVariable} from '../../../client/servers';
import Field from '../fields/Field';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

export interface ServerVariablesProps {
  readonly variables: readonly FilledVariable[];
  readonly onChange: (name: string, value: string) => void;
}

/** The variables of a server's URL: a list if the document has the values, a text field otherwise. */
export default function ServerVariables({variables, onChange}: ServerVariablesProps): ReactNode {
  return (
    <div className={styles.variables}>
      {variables.map(({name, value, enum: allowed, description}) => (
        <Field key={name} label={name} at={`server/${name}`} description={description}>
          {control =>
            allowed ? (
              <select
                {...control}
                className={controls.control}
                value={value}
                onChange={event => onChange(name, event.target.value)}
              >
                {allowed.map(choice => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            ) : (
              <input
                {...control}
                className={controls.control}
                value={value}
                spellCheck={false}
                autoComplete="off"
                onChange={event => onChange(name, event.target.value)}
              />
            )
          }
        </Field>
      ))}
    </div>
  );
}
