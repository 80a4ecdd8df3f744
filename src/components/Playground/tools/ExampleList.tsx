import type {ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import {namedExamples} from '../../../request/examples/namedExamples';
import {withExample} from '../../../request/examples/withExample';
import type {RequestValues} from '../../../request/values';
import {langOfOriginal} from '../../../words';
import {withoutMarkdown} from '../../withoutMarkdown';
import styles from './examples.module.css';

export interface ExampleListProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  /** Called with the title of an example and its values. */
  readonly onPick: (title: string, values: RequestValues) => void;
}

/** The examples by title; a press fills in the form. */
export default function ExampleList({operation, values, onPick}: ExampleListProps): ReactNode {
  return (
    <ul className={styles.list}>
      {namedExamples(operation, values.mediaType).map(({name, summary, description}) => (
        <li key={name}>
          <button
            type="button"
            className={styles.example}
            onClick={() => onPick(summary ?? name, withExample(operation, values, name))}
          >
            <span {...langOfOriginal()}>{summary ?? name}</span>
            {summary !== undefined && <code>{name}</code>}
            {description !== undefined && <small {...langOfOriginal()}>{withoutMarkdown(description)}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
