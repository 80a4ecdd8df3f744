import {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import type {Operation, Schema} from '../../api/operation';
import CopyButton from '../CopyButton';
import styles from './Answer.module.css';
import TextView from './TextView';
import {useJob} from './useJob';

export interface TypeViewProps {
  readonly text: string;
  readonly operation: Operation;
  readonly schema: Schema | undefined;
}

/** The response as a TypeScript type, to paste into a program. */
export default function TypeView({text, operation, schema}: TypeViewProps): ReactNode {
  const input = useMemo(
    () => ({text, operation: {schemas: operation.schemas}, schema}),
    [text, operation, schema],
  );
  const {outcome: type, error} = useJob('type', input, text.length);
  if (error) {
    throw error;
  }
  if (type === undefined) {
    return null;
  }
  return (
    <>
      <div className={styles.tools}>
        <span className={styles.quiet}>
          {translate({id: 'typeView.what', message: 'TypeScript, from this response'})}
        </span>
        <CopyButton text={type} what={translate({id: 'typeView.name', message: 'TypeScript type'})} />
      </div>
      <TextView
        text={type}
        language="tsx"
        label={translate({id: 'typeView.label', message: 'TypeScript type'})}
      />
    </>
  );
}
