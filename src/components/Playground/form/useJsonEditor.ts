import {useCallback, useEffect, useState, type ComponentType, type RefObject} from 'react';

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
          setState({state: 'loaded', JsonEditor, typingAt: selectionOf(area.current)});
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
  return area !== null && document.activeElement === area
    ? {from: area.selectionStart, to: area.selectionEnd}
    : undefined;
}

/** Letters that an input method is still putting together would be lost with the field they are in. */
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
      onEnd?.();
    },
    {signal},
  );
  return {
    ended: () => (composing ? new Promise(resolve => (onEnd = resolve)) : Promise.resolve()),
    stop: () => controller.abort(),
  };
}
