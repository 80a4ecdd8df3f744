import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {passFocus} from '../../passFocus';
import styles from './Field.module.css';

/** Removes an optional value from the request; emptying its field would send an empty text instead. */
export default function LeaveOut({
  name,
  onClick,
}: {
  readonly name: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button
      ref={passFocus}
      type="button"
      className={styles.leaveOut}
      onClick={onClick}
      aria-label={translate({id: 'leaveOut.label', message: 'Leave out {name}'}, {name})}
    >
      <Translate id="leaveOut.action">Leave out</Translate>
    </button>
  );
}
