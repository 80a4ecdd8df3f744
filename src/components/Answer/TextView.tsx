import {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import {rowStarts, rowText} from '../../client/answer/textRows';
import Code from '../Code';
import styles from './Answer.module.css';
import VirtualRows from './VirtualRows';

export interface TextViewProps {
  readonly text: string;
  /** Where the rows of the text start, where that is known. */
  readonly rows?: Uint32Array<ArrayBuffer>;
  readonly language: string;
  readonly label?: string;
}

/** Longer texts, in characters, are drawn row by row as they come into sight. */
const LONG_TEXT = 60_000;

/** A text, highlighted, of any length. */
export default function TextView(props: TextViewProps): ReactNode {
  const {text, language} = props;
  const label = props.label ?? translate({id: 'answer.bodyLabel', message: 'Response body'});
  return text.length > LONG_TEXT ? (
    <LongText {...props} label={label} />
  ) : (
    <pre tabIndex={0} dir="ltr" aria-label={label}>
      <Code code={text} language={language} />
    </pre>
  );
}

function LongText({text, rows, language, label}: TextViewProps & {readonly label: string}): ReactNode {
  const starts = useMemo(() => rows ?? rowStarts(text), [text, rows]);
  return (
    <VirtualRows
      role="group"
      aria-label={label}
      count={starts.length}
      renderRow={row => (
        <div key={row} className={styles.textRow}>
          <Code
            code={rowText(text, starts, row)}
            language={isWholeLine(text, starts, row) ? language : 'text'}
          />
        </div>
      )}
    />
  );
}

/** A part of a line cannot be read by itself: where a string starts is not known. */
function isWholeLine(text: string, starts: Uint32Array<ArrayBuffer>, row: number): boolean {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? text.length;
  return (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end - 1] === '\n');
}
