import {useCallback, useEffect, useRef, useState} from 'react';

import type {SecurityScheme} from '../../../api/operation';
import type {KeptSecret} from '../../../client/credential';
import {callbackOf} from '../../../client/oauth/callback';
import type {AuthorizationCodeFlow} from '../../../client/oauth/flows';
import {signInProblem, type SignInProblem} from '../../../client/oauth/problem';
import {discoverProvider, providerOf, type Provider} from '../../../client/oauth/provider';
import {beginSignIn, finishSignIn, renew, type SignInInput} from '../../../client/oauth/signIn';

export type OAuthScheme = Extract<SecurityScheme, {type: 'oauth2' | 'openIdConnect'}>;

export type SignInState =
  | {readonly type: 'idle'}
  /** The reader is at the authorization server; `url` is its address, once it is known. */
  | {readonly type: 'waiting'; readonly url?: string; readonly blocked: boolean}
  | {readonly type: 'working'}
  | {readonly type: 'done'}
  | {readonly type: 'problem'; readonly problem: SignInProblem};

export interface SignInControl {
  readonly state: SignInState;
  readonly signIn: (input: SignInInput) => Promise<void>;
  readonly renewWith: (clientId: string, refreshToken: string) => Promise<void>;
  readonly cancel: () => void;
}

/** Performs a sign-in in a new window; `onToken` receives the token. */
export function useSignIn(
  scheme: OAuthScheme,
  flow: AuthorizationCodeFlow | undefined,
  onToken: (secret: KeptSecret) => void,
): SignInControl {
  const [state, setState] = useState<SignInState>({type: 'idle'});
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  /** Runs one attempt; a later one, Cancel and leaving the page end it silently. */
  const attempt = useCallback(
    async (run: (signal: AbortSignal, asking: (url: string) => void) => Promise<KeptSecret>) => {
      controller.current?.abort();
      const current = new AbortController();
      controller.current = current;
      let asked = '';
      try {
        const secret = await run(current.signal, url => (asked = url));
        current.signal.throwIfAborted();
        onToken(secret);
        setState({type: 'done'});
      } catch (error) {
        const problem = current.signal.aborted ? undefined : await signInProblem(error, asked);
        // Finding the cause sends requests: the attempt may have ended by then.
        if (problem && !current.signal.aborted) {
          setState({type: 'problem', problem});
        }
      }
    },
    [onToken],
  );

  const findProvider = useCallback(
    async (signal: AbortSignal): Promise<Provider> =>
      flow
        ? providerOf(flow)
        : discoverProvider(scheme.type === 'openIdConnect' ? scheme.openIdConnectUrl : '', signal),
    [scheme, flow],
  );

  const signIn = useCallback(
    async (input: SignInInput) => {
      // Opened at once: browsers only allow a window directly after the button is pressed.
      const popup = window.open('about:blank', '_blank', 'popup,width=520,height=720');
      if (popup) {
        // The authorization server gets no reference to this page; the response comes back through a channel.
        popup.opener = null;
      }
      setState({type: 'waiting', blocked: popup === null});
      await attempt(async (signal, asking) => {
        try {
          asking(scheme.type === 'openIdConnect' ? scheme.openIdConnectUrl : '');
          const provider = await findProvider(signal);
          const begun = await beginSignIn(provider, input);
          popup?.location.replace(begun.url);
          setState({type: 'waiting', url: begun.url, blocked: popup === null});
          const callback = await callbackOf(begun.state, signal);
          setState({type: 'working'});
          asking(provider.server.token_endpoint ?? '');
          return await finishSignIn(begun, callback, signal);
        } catch (error) {
          popup?.close();
          throw error;
        }
      });
    },
    [attempt, findProvider, scheme],
  );

  const renewWith = useCallback(
    async (clientId: string, refreshToken: string) => {
      setState({type: 'working'});
      await attempt(async (signal, asking) => {
        const provider = await findProvider(signal);
        const refreshUrl = flow?.refreshUrl ?? provider.server.token_endpoint ?? '';
        asking(refreshUrl);
        return renew(provider, {clientId, refreshUrl, refreshToken}, signal);
      });
    },
    [attempt, findProvider, flow],
  );

  const cancel = useCallback(() => {
    controller.current?.abort();
    setState({type: 'idle'});
  }, []);
  return {state, signIn, renewWith, cancel};
}
