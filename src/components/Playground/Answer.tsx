import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {Result} from '../../client/result';
import AnswerBody from './AnswerBody';
import styles from './Answer.module.css';
import {statusInWords} from './statusInWords';

export interface AnswerProps {
  readonly operation: Operation;
  readonly result: Result | undefined;
  readonly sending: boolean;
  /** The name of the server that answers, such as `Mock (this tab)`. */
  readonly server: string;
}

/** The region where the answer appears; what happened is also spoken. */
export default function Answer({operation, result, sending, server}: AnswerProps): ReactNode {
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
      {result ? (
        <ShownResult result={result} operation={operation} />
      ) : (
        <p className={styles.empty}>
          <Translate id="answer.empty">Send the request to see the answer here.</Translate>
        </p>
      )}
    </section>
  );
}

function ShownResult({
  result,
  operation,
}: {
  readonly result: Result;
  readonly operation: Operation;
}): ReactNode {
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
      return (
        <div className={styles.failure}>
          <p className={styles.failureTitle}>{result.title}</p>
          <p>{result.explanation}</p>
          <p>{result.nextStep}</p>
          <Notes notes={result.notes} />
        </div>
      );
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

/** A duration in milliseconds, or in seconds from one second on. */
function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A size in bytes, in the unit that reads best (1 kB = 1000 B). */
function formatSize(bytes: number): string {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
