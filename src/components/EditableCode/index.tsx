import Translate, {translate} from '@docusaurus/Translate';
import {useId, useRef, type ClipboardEvent, type ReactNode} from 'react';

import type {CodeExample} from '../../request/examples/codeExamples';
import type {ParseProblem} from '../../snippets/parse/place';
import Code from '../Code';
import {fetched} from '../fetched';
import type {CodeProblemProps} from './CodeProblem';
import styles from './styles.module.css';

/** Most code is understood, so this is loaded on demand; if it does not load, a plain message is shown instead. */
const CodeProblem = fetched(() => import('./CodeProblem').catch(() => ({default: Bare})));

export interface EditableCodeProps {
  readonly example: CodeExample;
  /** Why the typed code is not understood. */
  readonly problems: readonly ParseProblem[];
  /** Notes for the reader about code that was understood. */
  readonly notes: readonly ReactNode[];
  readonly onEdit: (code: string) => void;
  /** Called when the reader leaves the code. */
  readonly onLeave: () => void;
  /** Called with pasted text before it is inserted; true means that it has been handled. */
  readonly onPaste: (text: string) => boolean;
  /** Replaces what was typed by the code of the form. */
  readonly onDiscard: () => void;
  /** Called for Ctrl+Enter, as elsewhere in the form. */
  readonly onSend: () => void;
}

/**
 * Highlighted code that can be edited: a text area with transparent text over the highlighted text. Both have the same
 * font and spacing and scroll together.
 */
export default function EditableCode({
  example,
  problems,
  notes,
  onEdit,
  onLeave,
  onPaste,
  onDiscard,
  onSend,
}: EditableCodeProps): ReactNode {
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const {code, label, language} = example;
  const [problem] = problems;

  function paste(event: ClipboardEvent): void {
    if (onPaste(event.clipboardData.getData('text/plain'))) {
      event.preventDefault();
    }
    // The form around handles commands that are pasted elsewhere in it.
    event.stopPropagation();
  }

  function leave(): void {
    // The start of each line matters most.
    scroll.current?.scrollTo({left: 0});
    onLeave();
  }

  function showProblem(offset: number): void {
    text.current?.focus();
    text.current?.setSelectionRange(offset, endOfMark(code, offset));
  }

  return (
    <div className={styles.editor}>
      <div ref={scroll} className={styles.scroll} dir="ltr">
        <div className={styles.layers}>
          <pre aria-hidden className={styles.shown}>
            <Code code={code} language={language} />
            {'\n'}
          </pre>
          {problem && (
            <pre aria-hidden className={styles.marks}>
              {code.slice(0, problem.offset)}
              <mark>{code.slice(problem.offset, endOfMark(code, problem.offset)) || ' '}</mark>
            </pre>
          )}
          <textarea
            ref={text}
            className={styles.text}
            aria-label={translate(
              {id: 'editableCode.label', message: '{label} sample: change a value, or paste a request'},
              {label},
            )}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : notes.length === 0 ? `${id}-hint` : undefined}
            value={code}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            onChange={event => onEdit(event.target.value)}
            onBlur={leave}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                event.preventDefault();
                onSend();
              }
            }}
            onPaste={paste}
          />
        </div>
      </div>
      {!problem && notes.length === 0 && (
        <p className={styles.hint} id={`${id}-hint`}>
          <Translate id="editableCode.hint">
            Change a value here or paste a request, and the form follows.
          </Translate>
        </p>
      )}
      <div
        role="status"
        id={`${id}-problem`}
        className={styles.status}
        data-empty={!problem && notes.length === 0}
      >
        {problem && (
          <CodeProblem problem={problem} onShow={() => showProblem(problem.offset)} onDiscard={onDiscard} />
        )}
        {notes.map((note, index) => (
          <p key={index}>{note}</p>
        ))}
      </div>
    </div>
  );
}

function Bare({problem}: CodeProblemProps): ReactNode {
  return <p>{problem.message}</p>;
}

/** A mark covers the rest of the word, or one character. */
function endOfMark(code: string, offset: number): number {
  const word = /^[^\s,;(){}[\]]+/.exec(code.slice(offset))?.[0].length ?? 1;
  return Math.min(code.length, offset + word);
}
