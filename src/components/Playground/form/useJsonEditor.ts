import {useCallback, useEffect, useState, type ComponentType, type RefObject} from 'react';
import {flushSync} from 'react-dom';

import type {JsonEditorProps} from '../../JsonEditor';

export type JsonEditorState =
  | {readonly state: 'loading'}
  | {readonly state: 'failed'; readonly retry: () => void}
  | {
      readonly state: 'loaded';
      readonly JsonEditor: ComponentType<JsonEditorProps>;
      /** The selection in the text area when the editor was loaded. */
      readonly typingAt: JsonEditorProps['typingAt'];
    };

/** Loaded once, and then available at once for every raw body. */
let loaded: ComponentType<JsonEditorProps> | undefined;

/** The JSON editor, loaded when it is wanted. It takes over from the text area at the same caret position. */
export function useJsonEditor(wanted: boolean, area: RefObject<HTMLTextAreaElement | null>): JsonEditorState {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<JsonEditorState>(() =>
    wanted && loaded ? {state: 'loaded', JsonEditor: loaded, typingAt: undefined} : {state: 'loading'},
  );
  const retry = useCallback(() => {
    setState({state: 'loading'});
    setAttempt(count => count + 1);
  }, []);

  useEffect(() => {
    let current = true;
    const composition = watchComposition(area.current);
    async function load(): Promise<void> {
      try {
        const {default: JsonEditor} = await import('../../JsonEditor');
        loaded = JsonEditor;
        await composition.ended();
        if (current) {
          // Synchronously: a key pressed after one field is gone and before the other exists would be lost.
          flushSync(() => setState({state: 'loaded', JsonEditor, typingAt: selectionOf(area.current)}));
        }
      } catch {
        if (current) {
          setState({state: 'failed', retry});
        }
      }
    }
    if (wanted) {
      void load();
    }
    return () => {
      current = false;
      composition.stop();
    };
  }, [wanted, attempt, area, retry]);

  return wanted ? state : {state: 'loading'};
}

function selectionOf(area: HTMLTextAreaElement | null): JsonEditorProps['typingAt'] {
  if (area === null || document.activeElement !== area) {
    return undefined;
  }
  const {selectionStart: start, selectionEnd: end} = area;
  return area.selectionDirection === 'backward' ? {anchor: end, head: start} : {anchor: start, head: end};
}

/**
 * Letters that an input method is still composing would be lost with their field. Some browsers only report the text
 * after the composition ends, and the next one may start immediately.
 */
function watchComposition(area: HTMLTextAreaElement | null): {ended: () => Promise<void>; stop: () => void} {
  let composing = false;
  let onEnd: (() => void) | undefined;
  const controller = new AbortController();
  const {signal} = controller;
  area?.addEventListener('compositionstart', () => (composing = true), {signal});
  area?.addEventListener(
    'compositionend',
    () => {
      composing = false;
      setTimeout(() => onEnd?.());
    },
    {signal},
  );
  return {
    async ended() {
      while (composing) {
        await new Promise<void>(resolve => (onEnd = resolve));
      }
    },
    stop: () => controller.abort(),
  };
}
