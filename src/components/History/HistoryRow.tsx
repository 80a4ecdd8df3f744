import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import type {ReactNode} from 'react';

import {statusClass} from '../../api/http/status';
import type {HistoryEntry, HistoryOutcome} from '../../client/history';
import {formatTime} from '../../words';
import MethodBadge from '../MethodBadge';
import {outcomeWords} from './rowNames';
import styles from './styles.module.css';

export interface HistoryRowProps {
  readonly entry: HistoryEntry;
  /** What screen readers call the request. */
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: (choose: boolean) => void;
  readonly onReopen: () => void;
  readonly onResend: () => void;
  readonly onRemove: () => void;
}

/** One request: what was sent, how it ended, and buttons to use it again. */
export default function HistoryRow({
  entry,
  name,
  chosen,
  onChoose,
  onReopen,
  onResend,
  onRemove,
}: HistoryRowProps): ReactNode {
  const {time, method, path, server, outcome, values} = entry;
  const bodyForgotten = entry.bodiesForgotten === true && values.mediaType !== undefined;
  const at = new Date(time);
  return (
    <li className={styles.row}>
      <input
        type="checkbox"
        checked={chosen}
        aria-label={translate({id: 'history.compare', message: 'Compare {name}'}, {name})}
        onChange={event => onChoose(event.target.checked)}
      />
      <div className={styles.request}>
        <span className={styles.line}>
          <MethodBadge method={method} />
          <code>{path}</code>
          <span className={styles.outcome} data-class={classOf(outcome)}>
            {outcomeWords(outcome)}
          </span>
        </span>
        <span className={styles.details}>
          <time dateTime={at.toISOString()}>{formatTime(at)}</time> · {server}
          {bodyForgotten && (
            <>
              {' · '}
              <Translate id="history.bodyForgotten">body discarded by the reload</Translate>
            </>
          )}
        </span>
      </div>
      <span className={styles.actions}>
        <button
          type="button"
          className={styles.text}
          onClick={onReopen}
          aria-label={translate({id: 'history.reopenName', message: 'Fill in again: {name}'}, {name})}
        >
          <Translate id="history.reopen">Fill in</Translate>
        </button>
        {!bodyForgotten && (
          <button
            type="button"
            className={styles.text}
            onClick={onResend}
            aria-label={translate({id: 'history.resendName', message: 'Send again: {name}'}, {name})}
          >
            <Translate id="history.resend">Send again</Translate>
          </button>
        )}
        <button
          type="button"
          className={styles.remove}
          onClick={onRemove}
          aria-label={translate({id: 'history.remove', message: 'Forget {name}'}, {name})}
        >
          <X aria-hidden size={15} />
        </button>
      </span>
    </li>
  );
}

function classOf(outcome: HistoryOutcome): string {
  return outcome.type === 'status' ? String(statusClass(outcome.status)) : outcome.type;
}
