import {translate} from '@docusaurus/Translate';
import type {ClipboardEvent, KeyboardEvent, ReactNode, RefObject} from 'react';

import styles from './Playground.module.css';

export interface FormFrameProps {
  readonly form: RefObject<HTMLFormElement | null>;
  /** Called when something in the form gets focus. */
  readonly onTouched: () => void;
  /** Takes over text that was pasted; false if it is to be pasted as usual. */
  readonly onPasted: (text: string) => boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** The form as a whole: where its keys, what is pasted and the focus arrive. */
export default function FormFrame({form, onTouched, onPasted, onSend, children}: FormFrameProps): ReactNode {
  function onPaste(event: ClipboardEvent): void {
    // Text over several lines may contain a command by chance, so pasting over it is not intercepted.
    const typing = event.target instanceof HTMLTextAreaElement;
    if (!typing && onPasted(event.clipboardData.getData('text/plain'))) {
      event.preventDefault();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onSend();
    }
  }

  return (
    <form
      ref={form}
      className={styles.form}
      tabIndex={-1}
      noValidate
      aria-label={translate({id: 'playground.form', message: 'Try it'})}
      onFocus={event => {
        if (event.target !== event.currentTarget) {
          onTouched();
        }
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onSubmit={event => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
