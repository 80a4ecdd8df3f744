import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {Result} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import AnswerBody from './AnswerBody';
import styles from './Answer.module.css';
import FailureView from './FailureView';
import {formatDuration, formatSize} from './figures';
import {statusInWords} from './statusInWords';

export interface AnswerViewProps {
  readonly result: Result;
  readonly operation: Operation;
  /** Stands in the head of an answer. */
  readonly actions?: ReactNode;
  /** What the samples showed; a failure offers it to a terminal. */
  readonly request?: ApiRequest | undefined;
}

/** What came of a request: the answer with its status, body and headers, or why there is none. */
export default function AnswerView({result, operation, actions, request}: AnswerViewProps): ReactNode {
  switch (result.type) {
    case 'response':
      return (
        <>
          <div className={styles.head}>
            <span className={styles.status} data-class={Math.floor(result.status / 100)}>
              {result.status} {result.statusText}
            </span>
            <span className={styles.figures}>
              {formatDuration(result.durationMs)} · {formatSize(result.size)}
            </span>
            {actions}
          </div>
          <p className={styles.meaning}>{statusInWords(operation, result.status)}</p>
          <Notes notes={result.notes} />
          <AnswerBody result={result} />
          <details className={styles.headers}>
            <summary>
              <Translate id="answer.headers" values={{count: result.headers.length}}>
                {'Headers ({count})'}
              </Translate>
            </summary>
            <dl>
              {result.headers.map(({name, value}, index) => (
                <div key={index}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      );
    case 'failure':
      return <FailureView result={result} request={request} />;
    case 'aborted':
      return (
        <p className={styles.empty}>
          <Translate id="answer.aborted">
            Cancelled. The server may still have carried out the request.
          </Translate>
        </p>
      );
  }
}

/** What differs between the request as built and as sent, or a body cut short. */
function Notes({notes}: {readonly notes: readonly string[]}): ReactNode {
  return notes.map(note => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ));
}
