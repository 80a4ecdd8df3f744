import {useState, type ComponentProps, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

/** Only secrets need it, and they can be typed without it. */
const ShowSecret = fetched(() => import('./ShowSecret').catch(() => ({default: () => null})));

export interface MaskedInputProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  /** Whether the value is a secret; other values are shown. */
  readonly secret: boolean;
  readonly onTyped: (text: string) => void;
}

/** A text that is masked if it is a secret, with a button that shows it. Asks browsers not to store it. */
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
