import Translate from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import {fetched} from '../fetched';
import LoadFailure from '../LoadFailure';
import styles from './styles.module.css';

/** Loaded when a reader opens it. */
const ShortcutsDialog = fetched(() => import('./ShortcutsDialog'));

export interface Shortcuts {
  readonly show: () => void;
  /** The dialog while it is open. */
  readonly dialog: ReactNode;
}

/** The list of keyboard shortcuts, in a dialog. */
export function useShortcuts(): Shortcuts {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return {
    show: () => setOpen(true),
    dialog: open && (
      <div className={styles.failure}>
        <LoadFailure
          title={<Translate id="shortcuts.failed">The list of shortcuts did not load.</Translate>}
          onClose={close}
        >
          <ShortcutsDialog onClose={close} />
        </LoadFailure>
      </div>
    ),
  };
}
