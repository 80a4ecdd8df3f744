import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import styles from '../Playground.module.css';

/** Takes an optional value out of the request; emptying its field would send an empty text instead. */
export default function LeaveOut({
  name,
  onClick,
}: {
  readonly name: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles.textButton}
      onClick={onClick}
      aria-label={translate({id: 'leaveOut.label', message: 'Leave out {name}'}, {name})}
    >
      <Translate id="leaveOut.action">Leave out</Translate>
    </button>
  );
}
