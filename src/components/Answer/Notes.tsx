import type {ReactNode} from 'react';

import styles from './Answer.module.css';

/** Notes on how the request was sent differently from how it was built, or on a body that was cut short. */
export default function Notes({notes}: {readonly notes: readonly string[]}): ReactNode {
  return notes.map(note => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ));
}
