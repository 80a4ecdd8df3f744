import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import styles from './Playground.module.css';
import type {PastedCode} from './useCodeEditing';

/** What became of code that was pasted, and the way back. */
export default function PastedNote({notes, undo, dismiss}: PastedCode): ReactNode {
  return (
    <div className={styles.notice} role="status">
      <div>
        {notes.map((note, index) => (
          <p key={index}>{note}</p>
        ))}
      </div>
      {undo && (
        <button type="button" className={styles.textButton} onClick={undo}>
          <Translate id="pasted.undo">Undo</Translate>
        </button>
      )}
      <button
        type="button"
        className={styles.iconButton}
        onClick={dismiss}
        aria-label={translate({id: 'pasted.dismiss', message: 'Dismiss'})}
      >
        <X aria-hidden size={15} />
      </button>
    </div>
  );
}
