import Translate from '@docusaurus/Translate';
import {useEffect, useId, useRef, type ReactNode} from 'react';
import {flushSync} from 'react-dom';

import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import {useRemembered} from '../../useRemembered';
import styles from '../Playground.module.css';
import type {Unfollowed} from './useCodeEditing';

/** Asks what to send if the code says something that the form cannot follow. */
export default function UnfollowedCode({label, attempt, sendForm}: Unfollowed): ReactNode {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [, showTab] = useRemembered('playground.sample-language', 'browser');
  useEffect(() => box.current?.focus(), [attempt]);

  function goToCode(): void {
    flushSync(() => showTab(label));
    box.current
      ?.closest('[data-playground]')
      ?.querySelector<HTMLElement>(`[data-label="${CSS.escape(label)}"] textarea`)
      ?.focus();
  }

  return (
    <div
      // The buttons disappear when pressed.
      ref={element => {
        box.current = element;
        return element ? passFocus(element) : undefined;
      }}
      className={styles.faults}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
    >
      <p id={id}>
        <Translate id="unfollowed.title" values={{label}}>
          {'Nothing was sent: the form does not hold what you changed in the {label} code.'}
        </Translate>
      </p>
      <div className={styles.faultActions}>
        <button type="button" className={controls.outlinedButton} onClick={goToCode}>
          <Translate id="unfollowed.goToCode">Go to the code</Translate>
        </button>
        <button type="button" className={controls.outlinedButton} onClick={sendForm}>
          <Translate id="unfollowed.sendForm">Send what the form holds</Translate>
        </button>
      </div>
    </div>
  );
}
