import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {jsonFault} from '../../request/jsonText';
import styles from './Playground.module.css';

export interface RawBodyProps {
  readonly id: string;
  readonly text: string;
  readonly json: boolean;
  readonly faults: readonly string[];
  readonly onChange: (text: string) => void;
}

/** The body as text, sent as it stands; a fault of its JSON is told as it is typed. */
export default function RawBody({id, text, json, faults, onChange}: RawBodyProps): ReactNode {
  const fault = json ? jsonFault(text) : undefined;
  const told = fault
    ? [
        translate(
          {id: 'body.fault', message: 'Line {line}, column {column}: {message}'},
          {line: fault.line, column: fault.column, message: fault.message},
        ),
      ]
    : faults;
  return (
    <div data-at="body">
      <textarea
        className={styles.control}
        aria-label={translate({id: 'body.label', message: 'Body'})}
        aria-describedby={told.length > 0 ? `${id}-fault` : undefined}
        aria-invalid={told.length > 0 || undefined}
        rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
        spellCheck={false}
        dir="ltr"
        value={text}
        onChange={event => onChange(event.target.value)}
      />
      <div id={`${id}-fault`}>
        {told.map(sentence => (
          <p key={sentence} className={styles.rowFault}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
