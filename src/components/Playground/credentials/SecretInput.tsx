import Translate from '@docusaurus/Translate';
import {Eye, EyeOff} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import Field from '../fields/Field';
import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';

export interface SecretInputProps {
  readonly label: string;
  /** Whether the label is only spoken. */
  readonly labelSpoken?: boolean;
  readonly at: string;
  readonly value: string;
  /** Whether it is no secret, as the key of a mock. */
  readonly readable: boolean;
  readonly faults: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A masked field. Browsers are asked not to store it. */
export default function SecretInput({
  label,
  labelSpoken,
  at,
  value,
  readable,
  faults,
  onChange,
}: SecretInputProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} labelSpoken={labelSpoken} at={at} faults={faults}>
      {control => (
        <span className={styles.key}>
          <input
            {...control}
            type={shown || readable ? 'text' : 'password'}
            className={controls.control}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={event => onChange(event.target.value)}
          />
          {!readable && (
            <button
              type="button"
              className={controls.iconButton}
              onClick={() => setShown(!shown)}
              aria-pressed={shown}
            >
              {shown ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
              <span className={spoken.spoken}>
                <Translate id="key.show">Show what is typed</Translate>
              </span>
            </button>
          )}
        </span>
      )}
    </Field>
  );
}
