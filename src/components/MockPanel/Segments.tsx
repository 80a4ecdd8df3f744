import {useId, type ReactNode} from 'react';

import controls from '../controls.module.css';
import styles from './styles.module.css';

export interface SegmentsProps<Value> {
  readonly label: string;
  readonly options: readonly {readonly value: Value; readonly label: string}[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** A choice between a few options that are all visible. */
export default function Segments<Value extends string | number>({
  label,
  options,
  value,
  onChoose,
}: SegmentsProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className={styles.line}>
      <span id={id}>{label}</span>
      <span role="group" aria-labelledby={id} className={controls.segments}>
        {options.map(option => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </span>
    </div>
  );
}
