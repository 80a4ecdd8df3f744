import {EditorState} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {translate} from '@docusaurus/Translate';
import {useLayoutEffect, useRef, useState, type RefObject} from 'react';
import {flushSync} from 'react-dom';

import {adoptStyles} from './adoptStyles';
import type {Described} from './described';
import {extensionsOf} from './extensions';
import type {PlacedFault} from './faults';
import {replaceText} from './replaceText';
import {createTextReport} from './textReport';

adoptStyles();

export interface EditorInput extends Described {
  readonly text: string;
  /** The text that Undo returns to in the end. */
  readonly found: string;
  readonly onChange: (text: string) => void;
  /** The ids of the elements that describe the editor. */
  readonly describedBy: string;
  /** The initial selection, if the reader was typing already. */
  readonly typingAt: {readonly anchor: number; readonly head: number} | undefined;
}

export interface Editor {
  /** The element that contains the editor. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<EditorView | null>;
  readonly faults: readonly PlacedFault[];
}

/** A CodeMirror editor for as long as the component is mounted. Editor and form keep their texts in sync. */
export function useEditor({text, found, onChange, describedBy, typingAt, ...described}: EditorInput): Editor {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const [faults, setFaults] = useState<readonly PlacedFault[]>([]);
  // Reported texts come back as the form's text, perhaps after more was typed: these are not changes from elsewhere.
  const told = useRef<string[]>([]);
  // The editor calls and reads these between renderings: always those of the last rendering.
  const latest = useRef({onChange, described});
  useLayoutEffect(() => {
    latest.current = {onChange, described};
  });
  const [start] = useState({found, typingAt});

  useLayoutEffect(() => {
    const {current: parent} = place;
    if (!parent) {
      return undefined;
    }
    const report = createTextReport(next => {
      told.current.push(next);
      latest.current.onChange(next);
    });
    // What follows in the same event, such as sending, needs the current text.
    const reportNow = (): void => {
      if (report.isWaiting()) {
        flushSync(report.now);
      }
    };
    // Send may be activated without taking focus from here, for example by assistive technology.
    const form = parent.closest('form');
    form?.addEventListener('submit', reportNow);
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: start.found,
        extensions: extensionsOf({
          label: translate({id: 'body.label', message: 'Body'}),
          describedBy,
          described: () => latest.current.described,
          onText: report.later,
          onLeave: reportNow,
          onFaults: setFaults,
        }),
      }),
    });
    view.current = editor;
    return () => {
      form?.removeEventListener('submit', reportNow);
      report.now();
      editor.destroy();
      view.current = null;
    };
  }, [describedBy, start]);

  // Before the browser handles the next key, which belongs to the new text and its caret.
  useLayoutEffect(() => {
    const index = told.current.indexOf(text);
    if (index >= 0) {
      told.current.splice(0, index + 1);
      return;
    }
    // The text was changed elsewhere: by the code beside the form, by a pasted request, by Reset.
    told.current = [];
    const shown = text.replace(/\r\n?/g, '\n');
    if (view.current && shown !== view.current.state.doc.toString()) {
      replaceText(view.current, shown);
    }
  }, [text]);

  useLayoutEffect(() => {
    const {current: editor} = view;
    if (start.typingAt && editor) {
      const {length} = editor.state.doc;
      const {anchor, head} = start.typingAt;
      editor.focus();
      editor.dispatch({
        selection: {anchor: Math.min(anchor, length), head: Math.min(head, length)},
        scrollIntoView: true,
      });
    }
  }, [start]);

  return {place, view, faults};
}
