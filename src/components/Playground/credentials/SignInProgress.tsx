import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import type {SignInState} from './useSignIn';

export interface SignInProgressProps {
  readonly state: SignInState;
  /** The origin at which the reader signs in. */
  readonly authority: string;
  readonly onCancel: () => void;
}

/** The progress of the sign-in, visibly and for screen readers. */
export default function SignInProgress({state, authority, onCancel}: SignInProgressProps): ReactNode {
  return (
    <div role="status" className={controls.note}>
      {contentOf(state, authority, onCancel)}
    </div>
  );
}

function contentOf(state: SignInState, authority: string, onCancel: () => void): ReactNode {
  switch (state.type) {
    case 'idle':
      return null;
    case 'waiting':
      return (
        <>
          {state.blocked && state.url !== undefined ? (
            <>
              <Translate id="signIn.blocked">Your browser blocked the window.</Translate>{' '}
              <a href={state.url} target="_blank" rel="noreferrer">
                <Translate id="signIn.open">Open the sign-in in a new tab</Translate>
              </a>{' '}
            </>
          ) : (
            <>
              <Translate id="signIn.waiting" values={{authority: <code>{authority}</code>}}>
                {'Waiting for you to sign in at {authority}.'}
              </Translate>{' '}
            </>
          )}
          <button ref={passFocus} type="button" className={controls.linkButton} onClick={onCancel}>
            <Translate id="signIn.cancel">Stop waiting</Translate>
          </button>
        </>
      );
    case 'working':
      return <Translate id="signIn.working">Getting the token…</Translate>;
    case 'done':
      return <Translate id="signIn.done">You have a token. Send uses it.</Translate>;
    case 'problem':
      return (
        <>
          <strong>{state.problem.title}</strong> {state.problem.nextStep}
        </>
      );
  }
}
