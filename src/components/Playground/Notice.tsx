import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import controls from '../controls.module.css';
import styles from './Playground.module.css';

export interface NoticeProps {
  readonly notes: readonly ReactNode[];
  /** Undoes what happened. */
  readonly undo?: () => void;
  readonly dismiss: () => void;
}

/** Says what changed the form other than the reader's typing, with a button to undo it. Rendered in a live region. */
export default function Notice({notes, undo, dismiss}: NoticeProps): ReactNode {
  return (
    <div className={styles.notice}>
      <div>
        {notes.map((note, index) => (
          <p key={index}>{note}</p>
        ))}
      </div>
      {undo && (
        <button
          type="button"
          className={controls.linkButton}
          onClick={event => {
            const {form} = event.currentTarget;
            undo();
            // The button disappears with the notice.
            form?.focus({preventScroll: true});
          }}
        >
          <Translate id="notice.undo">Undo</Translate>
        </button>
      )}
      <button
        type="button"
        className={controls.iconButton}
        onClick={event => {
          const {form} = event.currentTarget;
          dismiss();
          form?.focus({preventScroll: true});
        }}
        aria-label={translate({id: 'notice.dismiss', message: 'Dismiss'})}
      >
        <X aria-hidden size={15} />
      </button>
    </div>
  );
}
