import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import {useEffect, useRef, type ReactNode} from 'react';

import controls from '../../controls.module.css';
import styles from './AnswerSheet.module.css';

export interface AnswerSheetProps {
  readonly open: boolean;
  /** The result in short, such as `201 Created`: the name of the sheet. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A sheet at the bottom of a small window. It is a modal dialog: what it covers cannot get focus while it is hidden,
 * Esc closes it, and focus then returns to where it was.
 */
export default function AnswerSheet({open, title, onClose, children}: AnswerSheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
      heading.current?.focus();
    } else {
      dialog.current?.close();
    }
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-theme="dark"
      aria-label={title}
      onClose={onClose}
      onClick={event => {
        // A click on the backdrop has the dialog itself as its target.
        if (event.target === dialog.current) {
          onClose();
        }
      }}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            <Translate id="answerSheet.title">Response</Translate>
          </h2>
          <button
            type="button"
            className={controls.iconButton}
            aria-label={translate({id: 'answerSheet.close', message: 'Close the response'})}
            onClick={onClose}
          >
            <X aria-hidden size={18} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
