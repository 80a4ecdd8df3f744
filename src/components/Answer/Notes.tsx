import type {ReactNode} from 'react';

import styles from './Answer.module.css';

/** What differs between the request as built and as sent, or a body cut short. */
export default function Notes({notes}: {readonly notes: readonly string[]}): ReactNode {
  return notes.map(note => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ));
}
