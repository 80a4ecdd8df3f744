import Translate from '@docusaurus/Translate';
import {ChevronDown, FlaskConical} from 'lucide-react';
import type {ReactNode} from 'react';

import styles from './MockToggle.module.css';

export interface MockToggleProps {
  readonly open: boolean;
  readonly panelId: string;
  readonly onToggle: () => void;
}

/** Opens and closes the mock's panel. */
export default function MockToggle({open, panelId, onToggle}: MockToggleProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={open}
      aria-controls={open ? panelId : undefined}
      onClick={onToggle}
    >
      <FlaskConical aria-hidden size={14} />
      <Translate id="mock.toggle">Mock</Translate>
      <ChevronDown aria-hidden size={14} className={styles.chevron} />
    </button>
  );
}
