import type {ReactNode} from 'react';

import {useRemembered} from '../useRemembered';
import styles from './Answer.module.css';

export interface DetailsProps {
  /** The name under which the tab remembers whether it is open, from one response to the next. */
  readonly name: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** A part of a response that is folded until the reader opens it, and stays open for the next one. */
export default function Details({name, summary, children}: DetailsProps): ReactNode {
  const [open, setOpen] = useRemembered(`playground.answer.${name}`, 'tab');
  return (
    <details
      className={styles.details}
      open={open === 'yes'}
      onToggle={event => setOpen(event.currentTarget.open ? 'yes' : undefined)}
    >
      <summary>{summary}</summary>
      {open === 'yes' && children}
    </details>
  );
}
