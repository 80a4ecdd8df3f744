import {AuthorizationResponseError, OperationProcessingError, ResponseBodyError} from 'oauth4webapi';

import {diagnose} from '../diagnose';
import {browserEnvironment, type Environment} from '../environment';
import {UnusableProvider} from './provider';

/** Why a sign-in gave no token, in sentences for the reader. */
export interface SignInProblem {
  readonly title: string;
  readonly nextStep: string;
}

const words: Readonly<Record<string, SignInProblem>> = {
  access_denied: {
    title: 'The sign-in was declined.',
    nextStep: 'Sign in again and allow access, or choose fewer scopes.',
  },
  invalid_client: {
    title: 'The authorization server does not know this client.',
    nextStep: 'Check the client id. It must be a public client: one without a secret.',
  },
  unauthorized_client: {
    title: 'This client may not sign in this way.',
    nextStep: 'Register it as a public client with the authorization code flow.',
  },
  invalid_scope: {
    title: 'The authorization server does not give these scopes.',
    nextStep: 'Choose fewer scopes, then sign in again.',
  },
  invalid_grant: {
    title: 'The authorization server does not accept this grant any more.',
    nextStep: 'Sign in again.',
  },
};

/** Tells an error of the flow; a request without an answer is diagnosed as any other, for the URL that was asked. */
export async function signInProblem(
  error: unknown,
  askedUrl: string,
  environment: Environment = browserEnvironment,
): Promise<SignInProblem> {
  if (error instanceof UnusableProvider) {
    return {title: error.message, nextStep: 'Get a token elsewhere and paste it here.'};
  }
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return told(error.error, error.error_description);
  }
  if (error instanceof OperationProcessingError) {
    return {
      title: 'The answer of the authorization server is not right, so it was not used.',
      nextStep: `What is wrong: ${error.message}. Sign in again; if it stays so, paste a token.`,
    };
  }
  const {title, explanation, nextStep} = await diagnose(
    new Request(askedUrl, {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}}),
    'custom',
    environment,
  );
  return {title: `${title} ${explanation}`, nextStep};
}

function told(code: string, description: string | undefined): SignInProblem {
  const known = words[code] ?? {
    title: `The authorization server answers "${code}".`,
    nextStep: 'Check the client id and its redirect URL, then sign in again.',
  };
  return description === undefined ? known : {...known, title: `${known.title} It says: ${description}`};
}
