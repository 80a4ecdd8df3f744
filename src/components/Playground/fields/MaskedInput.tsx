import Translate from '@docusaurus/Translate';
import {Eye, EyeOff} from 'lucide-react';
import {useState, type ComponentProps, type ReactNode} from 'react';

import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';

export interface MaskedInputProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  /** Whether the value is a secret; what is none is shown as it is. */
  readonly secret: boolean;
  readonly onTyped: (text: string) => void;
}

/** A text that is masked where it is a secret, with a button that shows it. Browsers are asked not to store it. */
export default function MaskedInput({secret, onTyped, ...input}: MaskedInputProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.key}>
      <input
        {...input}
        type={secret && !shown ? 'password' : 'text'}
        className={controls.control}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onTyped(event.target.value)}
      />
      {secret && (
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
  );
}
