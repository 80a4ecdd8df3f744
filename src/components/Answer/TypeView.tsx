import {translate} from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import type {Operation, Schema} from '../../api/operation';
import CopyButton from '../CopyButton';
import styles from './Answer.module.css';
import {perform} from './perform';
import TextView from './TextView';

export interface TypeViewProps {
  readonly text: string;
  readonly operation: Operation;
  readonly schema: Schema | undefined;
}

/** The answer as a TypeScript type, to paste into a program. */
export default function TypeView({text, operation, schema}: TypeViewProps): ReactNode {
  const [made, setMade] = useState<{readonly of: string; readonly type?: string; readonly error?: unknown}>();
  useEffect(() => {
    let current = true;
    perform('type', {text, operation: {schemas: operation.schemas}, schema}, text.length).then(
      type => current && setMade({of: text, type}),
      (error: unknown) => current && setMade({of: text, error}),
    );
    return () => {
      current = false;
    };
  }, [text, operation, schema]);
  if (made?.error) {
    throw made.error;
  }
  if (made?.type === undefined || made.of !== text) {
    return null;
  }
  return (
    <>
      <div className={styles.tools}>
        <span className={styles.quiet}>
          {translate({id: 'typeView.what', message: 'TypeScript, from what this answer holds'})}
        </span>
        <CopyButton text={made.type} what={translate({id: 'typeView.name', message: 'TypeScript type'})} />
      </div>
      <TextView
        text={made.type}
        language="tsx"
        label={translate({id: 'typeView.label', message: 'TypeScript type'})}
      />
    </>
  );
}
