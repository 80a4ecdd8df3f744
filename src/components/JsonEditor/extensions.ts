import {history, historyKeymap, standardKeymap} from '@codemirror/commands';
import {diagnosticCount} from '@codemirror/lint';
import type {Extension} from '@codemirror/state';
import {EditorView, keymap, lineNumbers} from '@codemirror/view';

import {schemaCompletion} from './completion';
import type {Described} from './described';
import {faultMarks, type PlacedFault} from './faults';
import {colours, jsonLanguage} from './language';
import {isOwnChange} from './replaceText';

export interface EditorOptions {
  readonly label: string;
  /** The ids of the elements that describe the editor. */
  readonly describedBy: string;
  readonly described: () => Described;
  readonly onText: (text: string) => void;
  /** Called before the reader leaves the editor or sends. */
  readonly onLeave: () => void;
  readonly onFaults: (faults: readonly PlacedFault[]) => void;
}

/**
 * The extensions of the editor. Tab is not bound, so that it leaves the editor (WCAG 2.1.2), and neither is Ctrl+Enter,
 * which sends. Caret and selection are the browser's own, which support forced colours and touch.
 */
export function extensionsOf({
  label,
  describedBy,
  described,
  onText,
  onLeave,
  onFaults,
}: EditorOptions): Extension {
  return [
    EditorView.domEventHandlers({blur: onLeave, beforeinput: typeOverSelection}),
    keymap.of([{key: 'Mod-Enter', run: () => (onLeave(), false)}]),
    schemaCompletion(described),
    faultMarks(described, onFaults),
    history(),
    keymap.of([...standardKeymap, ...historyKeymap]),
    jsonLanguage,
    colours,
    lineNumbers(),
    EditorView.lineWrapping,
    EditorView.updateListener.of(update => {
      if (isOwnChange(update)) {
        onText(update.state.doc.toString());
      }
    }),
    EditorView.contentAttributes.of(({state}) => ({
      'aria-label': label,
      'aria-describedby': describedBy,
      dir: 'ltr',
      ...(diagnosticCount(state) > 0 ? {'aria-invalid': 'true'} : {}),
    })),
  ];
}

/**
 * Replaces a selection by a change of the document. The browser would keep the look of the selected text as inline
 * styles of the typed text, which the site's security policy blocks.
 */
function typeOverSelection(event: InputEvent, view: EditorView): boolean {
  const {data, inputType} = event;
  const {from, to} = selected(view);
  if (inputType !== 'insertText' || data === null || from === to || view.composing) {
    return false;
  }
  view.dispatch({
    changes: {from, to, insert: data},
    selection: {anchor: from + data.length},
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
}

/** The selection. The browser may know a newer one than the editor. */
function selected(view: EditorView): {readonly from: number; readonly to: number} {
  const {main} = view.state.selection;
  const range = view.contentDOM.ownerDocument.getSelection();
  if (!main.empty || !range?.anchorNode || !range.focusNode || !view.contentDOM.contains(range.anchorNode)) {
    return main;
  }
  const ends = [
    view.posAtDOM(range.anchorNode, range.anchorOffset),
    view.posAtDOM(range.focusNode, range.focusOffset),
  ];
  return {from: Math.min(...ends), to: Math.max(...ends)};
}
