import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {statusClass} from '../../api/http/status';
import type {Operation} from '../../api/operation';
import {bodySchemaOf} from '../../client/answer/documentedResponse';
import type {Progress} from '../../client/followStream';
import {passFocus} from '../passFocus';
import styles from './Answer.module.css';
import EventList from './EventList';
import StatusMeaning from './StatusMeaning';

export interface StreamingAnswerProps {
  readonly progress: Progress;
  readonly operation: Operation;
  readonly onStop: () => void;
}

/** A response while it arrives. */
export default function StreamingAnswer({progress, operation, onStop}: StreamingAnswerProps): ReactNode {
  const {head, events} = progress;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.status} data-class={statusClass(head.status)}>
          {head.status} {head.statusText}
        </span>
        <span className={styles.figures}>
          <Translate id="answer.streaming">Streaming…</Translate>
        </span>
      </div>
      <p className={styles.meaning}>
        <StatusMeaning operation={operation} status={head.status} />
      </p>
      <div ref={passFocus} className={styles.body}>
        <EventList
          events={events}
          operation={operation}
          schema={bodySchemaOf(operation, head)}
          onStop={onStop}
        />
      </div>
    </>
  );
}
