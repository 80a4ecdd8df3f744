import {useLayoutEffect, useRef, type ReactNode} from 'react';

import styles from './styles.module.css';

export interface CopyProblemProps {
  readonly words: string;
  readonly onClose: () => void;
}

/**
 * Shows why nothing was copied, above the element that contains the button, which has no room for it. Esc or a click
 * elsewhere closes it. The button's own status announces it.
 */
export default function CopyProblem({words, onClose}: CopyProblemProps): ReactNode {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => box.current?.showPopover(), []);
  return (
    <span
      ref={box}
      popover="auto"
      aria-hidden
      className={styles.box}
      onToggle={event => {
        if (event.newState === 'closed') {
          onClose();
        }
      }}
    >
      {words}
    </span>
  );
}
