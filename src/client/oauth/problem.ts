import {AuthorizationResponseError, OperationProcessingError, ResponseBodyError} from 'oauth4webapi';

import {messages} from '../../words';
import {diagnose} from '../diagnose';
import {browserEnvironment, type Environment} from '../environment';
import {UnusableProvider} from './provider';

const say = messages('signInProblem', {
  declined: 'The sign-in was declined.',
  declinedNext: 'Sign in again and allow access, or choose fewer scopes.',
  client: 'The authorization server does not know this client.',
  clientNext: 'Check the client id. It must be a public client: one without a secret.',
  unauthorized: 'This client may not sign in this way.',
  unauthorizedNext: 'Register it as a public client with the authorization code flow.',
  scope: 'The authorization server does not grant these scopes.',
  scopeNext: 'Choose fewer scopes, then sign in again.',
  grant: 'The authorization server no longer accepts this grant.',
  grantNext: 'Sign in again.',
  pasteToken: 'Get a token elsewhere and paste it here.',
  answer: 'The response of the authorization server is invalid, so it was not used.',
  answerNext: 'What is wrong: {message}. Sign in again. If that does not help, paste a token.',
  other: 'The authorization server returned the error "{code}".',
  otherNext: 'Check the client id and its redirect URL, then sign in again.',
  told: '{problem} It says: {description}',
});

/** Why a sign-in failed, in sentences for the reader. */
export interface SignInProblem {
  readonly title: string;
  readonly nextStep: string;
}

/** The errors of RFC 6749 §4.1.2.1 and §5.2 that a reader can act on. */
const known: {readonly [code: string]: () => SignInProblem} = {
  access_denied: () => ({title: say('declined'), nextStep: say('declinedNext')}),
  invalid_client: () => ({title: say('client'), nextStep: say('clientNext')}),
  unauthorized_client: () => ({title: say('unauthorized'), nextStep: say('unauthorizedNext')}),
  invalid_scope: () => ({title: say('scope'), nextStep: say('scopeNext')}),
  invalid_grant: () => ({title: say('grant'), nextStep: say('grantNext')}),
};

/** Explains an error of the flow; a request without a response is diagnosed like any other, by its URL. */
export async function signInProblem(
  error: unknown,
  askedUrl: string,
  environment: Environment = browserEnvironment,
): Promise<SignInProblem> {
  if (error instanceof UnusableProvider) {
    return {title: error.message, nextStep: say('pasteToken')};
  }
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return told(error.error, error.error_description);
  }
  if (error instanceof OperationProcessingError) {
    return {
      title: say('answer'),
      nextStep: say('answerNext', {message: error.message}),
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
  const problem = (Object.hasOwn(known, code) ? known[code] : undefined)?.() ?? {
    title: say('other', {code}),
    nextStep: say('otherNext'),
  };
  return description === undefined
    ? problem
    : {...problem, title: say('told', {problem: problem.title, description})};
}
