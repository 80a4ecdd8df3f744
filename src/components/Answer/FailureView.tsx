import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {FailureCause, FailureResult} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {curl} from '../../snippets/curl';
import {sampleOrReason} from '../../snippets/sampleOf';
import CopyButton from '../CopyButton';
import AllowLines from '../AllowLines';
import styles from './Failure.module.css';

export interface FailureViewProps {
  readonly result: FailureResult;
  /** The request as the samples show it, without secrets; undefined if there is none to offer. */
  readonly request: ApiRequest | undefined;
}

/**
 * Why there is no response and what to do, with a command to copy: a terminal is not subject to the browser's rules.
 */
export default function FailureView({result, request}: FailureViewProps): ReactNode {
  return (
    <div className={styles.failure} data-cause={result.cause}>
      <p className={styles.title}>{result.title}</p>
      <p>{result.explanation}</p>
      <p>{result.nextStep}</p>
      <AllowLines lines={result.allow} />
      {result.notes.map(note => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {request && terminalHelps(result.cause) && (
        <p className={styles.offer}>
          <CopyButton
            text={() => sampleOrReason(request, curl)}
            what={translate({id: 'failure.curl', message: 'cURL of this request'})}
            label={translate({id: 'failure.copyCurl', message: 'Copy cURL'})}
          />
          <span className={styles.note}>{whyTerminal(result.cause)}</span>
        </p>
      )}
    </div>
  );
}

/** Whether the same request from a terminal may get a response, or more information about the failure. */
function terminalHelps(cause: FailureCause): boolean {
  switch (cause) {
    case 'cors':
    case 'mixed-content':
    case 'invalid-request':
    case 'redirect':
    case 'blocked':
    case 'tls':
    case 'unreachable':
    case 'timeout':
      return true;
    case 'offline':
    case 'local-mock-not-running':
    case 'page-mock-failed':
      return false;
  }
}

function whyTerminal(cause: FailureCause): ReactNode {
  return cause === 'cors' ? (
    <Translate id="failure.noCors">CORS does not apply in a terminal.</Translate>
  ) : (
    <Translate id="failure.terminal">
      A terminal has none of the restrictions of a browser and tells you more.
    </Translate>
  );
}
