import {ChevronRight} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import styles from './styles.module.css';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A `details` that renders its content only while it is open. */
export default function Disclosure({summary, className, children}: DisclosureProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={13} className={styles.arrow} />
        {summary}
      </summary>
      {open && children}
    </details>
  );
}
