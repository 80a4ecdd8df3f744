import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {ControlProps} from './Field';
import styles from './Playground.module.css';

/** How a single value is typed. */
export type ValueKind =
  | {readonly type: 'text'; readonly inputMode: 'text' | 'decimal' | 'numeric' | 'email' | 'url'}
  | {readonly type: 'choice'; readonly options: readonly string[]}
  | {readonly type: 'multiline'};

export interface ValueControlProps {
  readonly control: ControlProps;
  readonly kind: ValueKind;
  /** What is typed; undefined when the value is left out, which differs from an empty text. */
  readonly text: string | undefined;
  readonly required: boolean;
  /** What stands in for a value that is left out, such as the default. */
  readonly placeholder?: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

/** One control for one value. Numbers are typed as text, so that no digit is lost. */
export default function ValueControl(props: ValueControlProps): ReactNode {
  const {control, kind, text, required, placeholder, onChange} = props;
  switch (kind.type) {
    case 'text':
      return (
        <input
          {...control}
          type="text"
          inputMode={kind.inputMode}
          className={styles.control}
          value={text ?? ''}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={event => onChange(event.target.value)}
        />
      );
    case 'choice': {
      const listed = text === undefined || kind.options.includes(text);
      return (
        <select
          {...control}
          className={styles.control}
          value={text === undefined ? '' : `=${text}`}
          onChange={event => onChange(event.target.value === '' ? undefined : event.target.value.slice(1))}
        >
          {(!required || text === undefined) && (
            <option value="">{translate({id: 'value.leftOut', message: '(left out)'})}</option>
          )}
          {[...kind.options, ...(listed ? [] : [text])].map(option => (
            <option key={option} value={`=${option}`}>
              {option}
            </option>
          ))}
        </select>
      );
    }
    case 'multiline':
      return (
        <textarea
          {...control}
          className={styles.control}
          rows={Math.min(16, Math.max(3, (text ?? '').split('\n').length))}
          value={text ?? ''}
          placeholder={placeholder}
          spellCheck={false}
          onChange={event => onChange(event.target.value)}
        />
      );
  }
}
