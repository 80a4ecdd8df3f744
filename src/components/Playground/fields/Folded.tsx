import {useState, type ReactNode} from 'react';

import styles from './Field.module.css';

/** Required fields come first; both groups keep the order of the document. */
export function requiredFirst<Field extends {readonly required: boolean}>(
  fields: readonly Field[],
): readonly Field[] {
  return fields.toSorted((one, other) => Number(other.required) - Number(one.required));
}

export interface FoldedProps {
  readonly title: string;
  /** The names of the fields inside. */
  readonly names: readonly string[];
  /** Whether a field inside has a value or a fault: it starts open then. */
  readonly used: boolean;
  readonly children: ReactNode;
}

/** Optional fields, folded under a line that names them. */
export default function Folded({title, names, used, children}: FoldedProps): ReactNode {
  const [opened, setOpened] = useState(used);
  return (
    <details
      className={styles.folded}
      open={opened || used}
      onToggle={({currentTarget}) => setOpened(currentTarget.open)}
    >
      <summary>
        {title} <span className={styles.names}>{names.join(', ')}</span>
      </summary>
      <div className={styles.unfolded}>{children}</div>
    </details>
  );
}
