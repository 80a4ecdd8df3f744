import {useCallback, useEffect, useState, type ComponentType, type RefObject} from 'react';
import {flushSync} from 'react-dom';

import type {JsonEditorProps} from '../../JsonEditor';

export type JsonEditorState =
  | {readonly state: 'loading'}
  | {readonly state: 'failed'; readonly retry: () => void}
  | {
      readonly state: 'loaded';
      readonly JsonEditor: ComponentType<JsonEditorProps>;
      /** Where the reader was typing when the editor arrived. */
      readonly typingAt: JsonEditorProps['typingAt'];
    };

/** Fetched once, and then there at once for every body that is shown raw. */
let loaded: ComponentType<JsonEditorProps> | undefined;

/** The editor for JSON, fetched when it is wanted. It takes over from the text area where the caret was. */
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
          // In one go: a key that is pressed while the one field is gone and the other not there yet would be lost.
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
 * Letters that an input method is still putting together would be lost with the field they are in. Some browsers tell of the
 * text only after the end of its composition, and the next may begin at once.
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
