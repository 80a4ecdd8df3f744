import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {Progress} from '../../../client/followStream';
import type {Result} from '../../../client/result';
import type {ServerChoice} from '../../../client/servers';
import type {RequestProblem} from '../../../request/apiRequest';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';
import type {Answered} from './useSending';

export interface AnswerProps {
  readonly operation: Operation;
  readonly result: Result | undefined;
  /** The request that the result belongs to. */
  readonly answered: Answered | undefined;
  readonly sending: boolean;
  /** The part of a streamed response that has arrived. */
  readonly progress: Progress | undefined;
  readonly onStop: () => void;
  /** The server that Send sends to. */
  readonly server: ServerChoice;
  /** The values that the result names as invalid, and how to get to their fields. */
  readonly rejected: readonly RequestProblem[];
  readonly onLead: (at: string) => void;
}

/** Everything that shows a response is loaded while the first one is on its way. */
const loadViews = async () => import('../../Answer');
const AnswerView = fetched(loadViews);
const SpokenAnswer = fetched(async () => ({default: (await loadViews()).SpokenAnswer}));
const StreamingAnswer = fetched(async () => ({default: (await loadViews()).StreamingAnswer}));

/** Only a request that takes a while has a message. */
const UnderWay = fetched(() => import('./UnderWay').catch(() => ({default: () => null})));

/** The region for the response; the result is also announced to screen readers. */
export default function Answer({
  operation,
  result,
  answered,
  sending,
  progress,
  onStop,
  server,
  rejected,
  onLead,
}: AnswerProps): ReactNode {
  const other = answered && answered.server.baseUrl !== server.baseUrl ? answered.server : undefined;
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sending) {
      [AnswerView, SpokenAnswer, StreamingAnswer].forEach(view => void view.preload());
    }
  }, [sending]);
  return (
    <section
      ref={region}
      className={styles.answer}
      tabIndex={-1}
      aria-label={translate({id: 'answer.region', message: 'Response'})}
      aria-busy={sending}
      data-area="answer"
    >
      <LoadFailure>
        <p role="status" className={spoken.spoken}>
          {sending
            ? translate({id: 'answer.sending', message: 'Sending to {server}…'}, {server: server.label})
            : result && <SpokenAnswer result={result} operation={operation} />}
        </p>
        {progress ? (
          <StreamingAnswer progress={progress} operation={operation} onStop={onStop} />
        ) : (
          <>
            {sending && <UnderWay server={server.label} />}
            {other && !sending && (
              <p className={styles.otherServer} role="status">
                <Translate id="answer.otherServer" values={{server: <strong>{other.label}</strong>}}>
                  {'From {server}, not from the server that is chosen now.'}
                </Translate>
              </p>
            )}
            <div className={sending ? styles.stale : other ? styles.foreign : undefined}>
              {result ? (
                <AnswerView
                  result={result}
                  operation={operation}
                  answered={answered}
                  rejected={rejected}
                  onLead={onLead}
                  region={region}
                />
              ) : (
                <p className={styles.empty}>
                  <Translate id="answer.empty">Send the request to see the response here.</Translate>
                </p>
              )}
            </div>
          </>
        )}
      </LoadFailure>
    </section>
  );
}
