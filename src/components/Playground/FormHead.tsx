import {translate} from '@docusaurus/Translate';
import {Link, X} from 'lucide-react';
import type {ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {isMadeFromRequest} from '../../request/back/madeOperation';
import controls from '../controls.module.css';
import MethodBadge from '../MethodBadge';
import styles from './Playground.module.css';

export interface FormHeadProps {
  readonly operation: Operation;
  /** Whether the form differs from its initial values. */
  readonly changed: boolean;
  /** Whether the page's samples are hand-written. */
  readonly written: boolean;
  readonly onCopyLink: () => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** The method and path of the operation, and the actions on the whole form. */
export default function FormHead({
  operation,
  changed,
  written,
  onCopyLink,
  onReset,
  onClose,
}: FormHeadProps): ReactNode {
  return (
    <div className={styles.formHead}>
      <p className={styles.title}>
        <MethodBadge method={operation.method} /> {operation.path}
      </p>
      {!isMadeFromRequest(operation) && (
        <button type="button" className={styles.copyLink} onClick={onCopyLink}>
          <Link aria-hidden size={15} />
          <span>{translate({id: 'share.copy', message: 'Copy link'})}</span>
        </button>
      )}
      {changed && (
        <button type="button" className={controls.linkButton} onClick={onReset}>
          {written
            ? translate({id: 'playground.backToWritten', message: 'Back to the written samples'})
            : translate({id: 'playground.reset', message: 'Reset'})}
        </button>
      )}
      <button
        type="button"
        className={controls.iconButton}
        onClick={onClose}
        aria-label={translate({id: 'playground.close', message: 'Close the form'})}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
}
