import Translate from '@docusaurus/Translate';
import {useEffect, useEffectEvent, useId, useRef, type ReactNode, type RefObject} from 'react';

import {isWithin} from '../../../request/form/fieldFaults';
import {sameValues, type RequestValues} from '../../../request/values';
import {leadTo} from '../fields/leadTo';
import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import styles from '../Playground.module.css';
import {nameOfPlace} from './nameOfPlace';
import type {Sending, Stop} from './useSending';

export interface FaultListProps {
  readonly sending: Sending;
  readonly values: RequestValues;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** The faults that stopped Send, each with a link to its field, and a button to send anyway. */
export default function FaultList({sending, values, form}: FaultListProps): ReactNode {
  const {faults, canSendAnyway, stop} = sending;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // The check may finish late: do not move the focus of someone who has continued typing.
  const takeFocus = useEffectEvent(({from, values: sent}: Stop) => {
    if ([from, document.body].includes(document.activeElement) && sameValues(sent, values)) {
      const places = faults.map(({at}) => at);
      if (!isTextAround(from, places) && !leadTo(form.current, ...places)) {
        box.current?.focus();
      }
    }
  });
  useEffect(() => {
    if (stop) {
      takeFocus(stop);
    }
  }, [stop]);
  return (
    <div ref={box} className={styles.faults} role="group" aria-labelledby={id} tabIndex={-1}>
      <p id={id}>
        {canSendAnyway ? (
          <Translate id="faults.documented">This request does not match the documentation:</Translate>
        ) : (
          <Translate id="faults.unsendable">This request cannot be sent:</Translate>
        )}
      </p>
      <ul>
        {faults.map(({at, message}) => (
          <li key={`${at} ${message}`}>
            <button type="button" className={controls.linkButton} onClick={() => leadTo(form.current, at)}>
              {nameOfPlace(at, values)}
            </button>{' '}
            {message}
          </li>
        ))}
      </ul>
      {canSendAnyway && (
        <button
          ref={passFocus}
          type="button"
          className={controls.outlinedButton}
          onClick={() => void sending.sendAnyway()}
        >
          <Translate id="faults.sendAnyway">Send anyway</Translate>
        </button>
      )}
    </div>
  );
}

/** Whether a single text field contains all the faults. It marks them itself, so focus stays in it. */
function isTextAround(element: Element | null, places: readonly string[]): boolean {
  const held =
    element?.matches('[role=textbox], textarea') && element.closest('[data-at]')?.getAttribute('data-at');
  return typeof held === 'string' && places.some(at => isWithin(at, held));
}
