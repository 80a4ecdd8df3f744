import {useEffect, type ReactNode} from 'react';

import {isSingleKey} from './singleKeys';
import {useShortcuts} from './useShortcuts';

/** `?` shows the list of shortcuts from anywhere. */
export default function ShortcutsKey(): ReactNode {
  const {show, dialog} = useShortcuts();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // Above another dialog it would cover what the reader is doing.
      if (isSingleKey(event, '?') && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        show();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return dialog;
}
