import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {Progress} from '../../client/followStream';
import type {Result} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import AnswerView from './AnswerView';
import MarkdownCopy from './MarkdownCopy';
import StreamingAnswer from './StreamingAnswer';
import styles from './Answer.module.css';
import {formatDuration, formatSize} from './figures';
import {statusInWords} from './statusInWords';

export interface AnswerProps {
  readonly operation: Operation;
  readonly result: Result | undefined;
  /** The request that the result answers, as the samples showed it. */
  readonly request: ApiRequest | undefined;
  readonly sending: boolean;
  /** What has come so far of an answer that streams. */
  readonly progress: Progress | undefined;
  /** The name of the server that answers, such as `Mock (this tab)`. */
  readonly server: string;
}

/** The region where the answer appears; what happened is also spoken. */
export default function Answer({
  operation,
  result,
  request,
  sending,
  progress,
  server,
}: AnswerProps): ReactNode {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (result) {
      region.current?.scrollIntoView({block: 'nearest'});
    }
  }, [result]);
  return (
    <section
      ref={region}
      className={styles.answer}
      aria-label={translate({id: 'answer.region', message: 'Response'})}
      aria-busy={sending}
      data-area="answer"
    >
      <p role="status" className={styles.spoken}>
        {sending
          ? translate({id: 'answer.sending', message: 'Sending to {server}…'}, {server})
          : result && spokenResult(result, operation)}
      </p>
      {progress ? (
        <StreamingAnswer progress={progress} operation={operation} />
      ) : result ? (
        <AnswerView
          result={result}
          operation={operation}
          request={request}
          actions={
            result.type === 'response' && request && <MarkdownCopy request={request} result={result} />
          }
        />
      ) : (
        <p className={styles.empty}>
          <Translate id="answer.empty">Send the request to see the answer here.</Translate>
        </p>
      )}
    </section>
  );
}

function spokenResult(result: Result, operation: Operation): string {
  switch (result.type) {
    case 'response':
      return translate(
        {id: 'answer.spoken', message: '{status} {statusText}. {meaning} {duration}, {size}.'},
        {
          status: result.status,
          statusText: result.statusText,
          meaning: statusInWords(operation, result.status),
          duration: formatDuration(result.durationMs),
          size: formatSize(result.size),
        },
      );
    case 'failure':
      return `${result.title} ${result.explanation} ${result.nextStep}`;
    case 'aborted':
      return translate({id: 'answer.spokenAborted', message: 'Cancelled.'});
  }
}
