import type {ReactNode} from 'react';

import styles from './styles.module.css';

/** The HTTP method of an operation, in the colour that it has across the site. */
export default function MethodBadge({method}: {readonly method: string}): ReactNode {
  return (
    <span className={styles.badge} data-method={method}>
      {method}
    </span>
  );
}
