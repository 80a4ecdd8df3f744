import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ClipboardEvent, type ReactNode} from 'react';

import type {Operation, Schema} from '../../api/operation';
import {formattingEdits} from '../../request/json/formattingEdits';
import {keyNames} from '../keyNames';
import FaultPlaces from './FaultPlaces';
import type {PlacedFault} from './faults';
import styles from './styles.module.css';
import {useEditor} from './useEditor';

export interface JsonEditorProps {
  readonly operation: Pick<Operation, 'schemas'>;
  readonly schema: Schema;
  readonly text: string;
  /** The text before the reader typed, to which Undo returns if something was typed before the editor was loaded. */
  readonly found: string;
  /** The initial selection, if the reader was typing already. */
  readonly typingAt: {readonly anchor: number; readonly head: number} | undefined;
  readonly onChange: (text: string) => void;
  /** Faults of the text that its schema does not know of; they describe the editor too. */
  readonly children?: ReactNode;
}

/** A JSON editor: highlighting, completion from the schema, faults marked in place and listed below. */
export default function JsonEditor({
  operation,
  schema,
  text,
  found,
  typingAt,
  onChange,
  children,
}: JsonEditorProps): ReactNode {
  const id = useId();
  const {control, space} = keyNames();
  const {place, view, faults} = useEditor({
    operation,
    schema,
    text,
    found,
    typingAt,
    onChange,
    describedBy: `${id}-keys ${id}-faults ${id}-others`,
  });

  function formatText(): void {
    const edits = formattingEdits(view.current?.state.doc.toString() ?? '');
    view.current?.dispatch({
      changes: edits.map(({offset, length, content}) => ({
        from: offset,
        to: offset + length,
        insert: content,
      })),
      userEvent: 'input.format',
    });
  }

  /** By line and column, as the button says: text elsewhere may have changed since. */
  function goTo({line, column}: PlacedFault): void {
    const doc = view.current?.state.doc;
    if (doc) {
      const {from, to} = doc.line(Math.min(line, doc.lines));
      view.current?.focus();
      view.current?.dispatch({selection: {anchor: Math.min(from + column - 1, to)}, scrollIntoView: true});
    }
  }

  function keepPaste(event: ClipboardEvent): void {
    // The form around handles commands that are pasted elsewhere in it.
    event.stopPropagation();
  }

  return (
    <>
      <div ref={place} className={styles.editor} dir="ltr" onPaste={keepPaste} />
      <div className={styles.foot}>
        <p id={`${id}-keys`} className={styles.keys}>
          <Translate
            id="jsonEditor.keys"
            values={{
              complete: (
                <kbd>
                  {control} {space}
                </kbd>
              ),
              tab: <kbd>Tab</kbd>,
              next: <kbd>F8</kbd>,
            }}
          >
            {'{complete} completes, {tab} leaves the editor, {next} goes to the next problem.'}
          </Translate>
        </p>
        <button
          type="button"
          className={styles.format}
          aria-label={translate({id: 'jsonEditor.formatBody', message: 'Format the body'})}
          onClick={formatText}
        >
          <Translate id="jsonEditor.format">Format</Translate>
        </button>
      </div>
      <FaultPlaces id={`${id}-faults`} faults={faults} onGoTo={goTo} />
      <div id={`${id}-others`}>{children}</div>
    </>
  );
}
