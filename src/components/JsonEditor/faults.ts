import {
  forEachDiagnostic,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnosticsEffect,
  type Diagnostic,
} from '@codemirror/lint';
import type {EditorState, Extension} from '@codemirror/state';
import {EditorView, keymap, type Command} from '@codemirror/view';

import {bodyFaults, type BodyFault} from '../../request/form/bodyFaults';
import type {Described} from './described';

/** A fault as the list below the editor shows it. */
export interface PlacedFault {
  readonly at: string;
  readonly message: string;
  readonly from: number;
  readonly line: number;
  readonly column: number;
}

/** More marks are of no use, and rendering thousands is slow. */
const MOST = 100;
const PAUSE_MS = 300;

/** The meaning of each mark. */
const marked = new WeakMap<Diagnostic, BodyFault>();

/** Marks the faults of the text while it is typed, and reports them; F8 moves to the next one. */
export function faultMarks(
  described: () => Described,
  onFaults: (faults: readonly PlacedFault[]) => void,
): Extension {
  function source({state}: EditorView): readonly Diagnostic[] {
    const {operation, schema} = described();
    return bodyFaults(operation, schema, state.doc.toString()).slice(0, MOST).map(asDiagnostic);
  }
  return [
    linter(source, {delay: PAUSE_MS}),
    EditorView.updateListener.of(({state, transactions}) => {
      if (transactions.some(({effects}) => effects.some(effect => effect.is(setDiagnosticsEffect)))) {
        onFaults(faultsOf(state));
      }
    }),
    keymap.of([
      {key: 'F8', run: view => goAndTell(view, nextDiagnostic)},
      {key: 'Shift-F8', run: view => goAndTell(view, previousDiagnostic)},
    ]),
  ];
}

/** The marked faults, at their current places in the changed text. */
function faultsOf(state: EditorState): readonly PlacedFault[] {
  const faults: PlacedFault[] = [];
  forEachDiagnostic(state, (diagnostic, from) => {
    const line = state.doc.lineAt(from);
    const {at = 'body'} = marked.get(diagnostic) ?? {};
    const {message} = diagnostic;
    faults.push({at, message, from, line: line.number, column: from - line.from + 1});
  });
  return faults;
}

function asDiagnostic(fault: BodyFault): Diagnostic {
  const {at, message, from, to} = fault;
  const name = nameOf(at);
  const diagnostic: Diagnostic = {
    from,
    to,
    severity: 'error',
    message: name === '' ? message : `${name}: ${message}`,
  };
  marked.set(diagnostic, fault);
  return diagnostic;
}

/** The name of a value within the body: `metadata/team` for `body/metadata/team`. */
function nameOf(at: string): string {
  return at.replace(/^body\/?/, '');
}

function goAndTell(view: EditorView, go: Command): boolean {
  const moved = go(view);
  const {from} = view.state.selection.main;
  const messages = faultsOf(view.state).filter(fault => fault.from === from);
  if (moved && messages.length > 0) {
    view.dispatch({effects: EditorView.announce.of(messages.map(({message}) => message).join(' '))});
  }
  return moved;
}
