import {Annotation} from '@codemirror/state';
import type {EditorView, ViewUpdate} from '@codemirror/view';

const fromOutside = Annotation.define<true>();

/** Whether the text was changed by the reader, and not by `replaceText`. */
export function isOwnChange({docChanged, transactions}: ViewUpdate): boolean {
  return docChanged && transactions.some(transaction => transaction.annotation(fromOutside) === undefined);
}

/** Replaces the text of an editor but leaves the parts that both share in place, so that the caret does not move. */
export function replaceText(view: EditorView, text: string): void {
  const current = view.state.doc.toString();
  let from = 0;
  while (from < current.length && from < text.length && current[from] === text[from]) {
    from++;
  }
  let end = 0;
  while (
    end < current.length - from &&
    end < text.length - from &&
    current[current.length - 1 - end] === text[text.length - 1 - end]
  ) {
    end++;
  }
  view.dispatch({
    changes: {from, to: current.length - end, insert: text.slice(from, text.length - end)},
    annotations: fromOutside.of(true),
  });
}
