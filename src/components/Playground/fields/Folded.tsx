import {useState, type ReactNode} from 'react';

import styles from './Field.module.css';

/** What has to be filled in comes first; the order of the document holds otherwise. */
export function requiredFirst<Field extends {readonly required: boolean}>(
  fields: readonly Field[],
): readonly Field[] {
  return fields.toSorted((one, other) => Number(other.required) - Number(one.required));
}

export interface FoldedProps {
  readonly title: string;
  /** What is inside, by name. */
  readonly names: readonly string[];
  /** Whether a field inside holds a value or has a fault: it is not hidden then. */
  readonly used: boolean;
  readonly children: ReactNode;
}

/** Fields that can be done without, under a line that names them. */
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
