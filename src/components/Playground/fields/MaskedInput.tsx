import {useState, type ComponentProps, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

/** Only secrets need it, and without it they can be typed all the same. */
const ShowSecret = fetched(() => import('./ShowSecret').catch(() => ({default: () => null})));

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
        <ShowSecret
          whileLoading={<span className={controls.iconButton} />}
          shown={shown}
          onToggle={() => setShown(!shown)}
        />
      )}
    </span>
  );
}
