import {translate} from '@docusaurus/Translate';
import {useCallback, useMemo, useState, type ReactNode, type RefCallback} from 'react';

import {rowStarts, rowText} from '../../client/answer/textRows';
import Code from '../Code';
import styles from './Answer.module.css';
import {useWrapping} from './useWrapping';
import VirtualRows from './VirtualRows';

export interface TextViewProps {
  readonly text: string;
  /** Where the rows of the text start, if that is known. */
  readonly rows?: Uint32Array<ArrayBuffer>;
  readonly language: string;
  readonly label?: string;
}

/** In characters. Longer texts are rendered row by row as they become visible. */
const LONG_TEXT = 60_000;

/** A highlighted text of any length. */
export default function TextView(props: TextViewProps): ReactNode {
  const {text, language} = props;
  const label = props.label ?? translate({id: 'answer.bodyLabel', message: 'Response body'});
  const [wraps] = useWrapping();
  return text.length > LONG_TEXT ? (
    <LongText {...props} label={label} wraps={wraps} />
  ) : (
    <pre tabIndex={0} dir="ltr" aria-label={label} data-wraps={wraps}>
      <Code code={text} language={language} />
    </pre>
  );
}

function LongText({
  text,
  rows,
  language,
  label,
  wraps,
}: TextViewProps & {readonly label: string; readonly wraps: boolean}): ReactNode {
  const [columns, measure] = useColumns();
  const starts = useMemo(
    () => (wraps ? rowStarts(text, columns) : (rows ?? rowStarts(text))),
    [text, rows, wraps, columns],
  );
  return (
    <div ref={measure}>
      <span className={styles.tenCharacters} aria-hidden />
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
    </div>
  );
}

/** How many characters fit into a line of the element, measured by an element that is ten characters wide. */
function useColumns(): [number, RefCallback<HTMLElement>] {
  const [columns, setColumns] = useState(80);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      const ten = element.firstElementChild?.getBoundingClientRect().width ?? 0;
      if (ten > 0) {
        setColumns(Math.max(10, Math.floor((element.clientWidth / ten) * 10) - PADDING));
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [columns, measure];
}

/** The padding of a row and the scroll bar, in characters. */
const PADDING = 6;

/** A part of a line cannot be highlighted: it is not known whether it starts within a string. */
function isWholeLine(text: string, starts: Uint32Array<ArrayBuffer>, row: number): boolean {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? text.length;
  return (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end - 1] === '\n');
}
