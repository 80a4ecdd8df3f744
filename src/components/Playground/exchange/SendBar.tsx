import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode, RefObject} from 'react';

import {plural} from '../../../words';
import {isApple} from '../../keyNames';
import ShortcutsButton from '../../Shortcuts';
import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import styles from '../Playground.module.css';
import {fetched} from '../../fetched';
import {leadTo} from '../fields/leadTo';
import {useMockUse} from '../server/mockUse';
import {answerInShort} from './answerInShort';
import type {AnswerSheetState} from './useAnswerSheet';
import type {Sending} from './useSending';

const PlayedChips = fetched(() => import('./PlayedChips').catch(() => ({default: () => null})));

export interface SendBarProps {
  readonly sending: Sending;
  readonly sheet: AnswerSheetState;
  readonly form: RefObject<HTMLFormElement | null>;
  /** Whether the mock in the tab responds. */
  readonly mocked: boolean;
}

/** Send, the state of the request until the response is visible, and what the mock simulates. */
export default function SendBar({sending, sheet, form, mocked}: SendBarProps): ReactNode {
  const {marks} = sending;
  const isMockUsed = useMockUse();
  return (
    <div className={styles.sendBar} data-area="send">
      {mocked && isMockUsed && <PlayedChips />}
      <button type="submit" className={controls.primaryButton}>
        <Translate id="playground.send">Send</Translate>
      </button>
      {sheet.isSheet ? (
        <>
          <span role="status" className={styles.sendNote}>
            {sending.underWay && <Translate id="playground.sending">Sending…</Translate>}
          </span>
          {sending.result && !sending.underWay && (
            <button
              type="button"
              className={controls.linkButton}
              aria-haspopup="dialog"
              onClick={() => sheet.setOpen(true)}
            >
              <Translate id="playground.showAnswer" values={{response: answerInShort(sending.result)}}>
                {'Show {response}'}
              </Translate>
            </button>
          )}
        </>
      ) : (
        <span className={styles.sendNote} aria-hidden>
          {isApple() ? '⌘ Enter' : translate({id: 'playground.shortcut', message: 'Ctrl Enter'})}
        </span>
      )}
      {sending.underWay && (
        <button ref={passFocus} type="button" className={controls.outlinedButton} onClick={sending.cancel}>
          <Translate id="playground.cancel">Cancel</Translate>
        </button>
      )}
      <span role="status">
        {marks.length > 0 && (
          <button
            ref={passFocus}
            type="button"
            className={styles.faultCount}
            onClick={() => leadTo(form.current, ...marks.map(({at}) => at))}
          >
            {plural(
              {id: 'sendBar.faults', message: '{count} invalid value|{count} invalid values'},
              marks.length,
            )}
          </button>
        )}
      </span>
      <ShortcutsButton className={controls.iconButton} />
    </div>
  );
}
