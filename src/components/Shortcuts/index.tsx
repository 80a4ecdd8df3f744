import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {useShortcuts} from './useShortcuts';

/** A button for the list of shortcuts. */
export default function ShortcutsButton({className}: {readonly className: string | undefined}): ReactNode {
  const {show, dialog} = useShortcuts();
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={translate({id: 'shortcuts.open', message: 'Keyboard shortcuts'})}
        aria-haspopup="dialog"
        onClick={show}
      >
        {/* The key that opens it. */}
        <kbd aria-hidden>?</kbd>
      </button>
      {dialog}
    </>
  );
}
