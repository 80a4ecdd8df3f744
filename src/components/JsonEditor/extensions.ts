import {history, historyKeymap, standardKeymap} from '@codemirror/commands';
import {diagnosticCount} from '@codemirror/lint';
import type {Extension} from '@codemirror/state';
import {EditorView, keymap, lineNumbers} from '@codemirror/view';

import {colours} from './colours';
import {schemaCompletion} from './completion';
import type {Described} from './described';
import {schemaFaults, type PlacedFault} from './faults';
import {jsonLanguage} from './language';
import {isOwnChange} from './replaceText';

export interface EditorOptions {
  readonly label: string;
  /** The ids of what describes the editor. */
  readonly describedBy: string;
  readonly described: () => Described;
  readonly onText: (text: string) => void;
  /** Called before the reader leaves the editor or sends. */
  readonly onLeave: () => void;
  readonly onFaults: (faults: readonly PlacedFault[]) => void;
}

/**
 * What the editor is made of. Tab is bound to nothing, so that it leaves the editor (WCAG 2.1.2), and neither is
 * Ctrl+Enter, which sends. The caret and the selection are the browser's own: they follow forced colours and touch.
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
    schemaFaults(described, onFaults),
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
 * Types over a selection as a change of the document. The browser would keep the looks of what was selected as inline styles
 * of what is typed, which the site's security policy refuses.
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

/** The selection. The browser may know one that the editor has not heard of yet. */
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
