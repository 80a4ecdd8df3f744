import * as oauth from 'oauth4webapi';

import type {KeptSecret} from '../credential';
import {requestOptions, type Provider} from './provider';

/** A sign-in in progress, kept in memory by the page that began it, as it contains the PKCE verifier. */
export interface SignIn {
  readonly provider: Provider;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Where the reader signs in. */
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
}

export interface SignInInput {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

/**
 * Begins the authorization code flow of a public client (RFC 6749 §4.1) with PKCE S256 (RFC 7636) and a state. Nothing
 * is sent until the URL is opened.
 */
export async function beginSignIn(
  provider: Provider,
  {clientId, scopes, redirectUri}: SignInInput,
): Promise<SignIn> {
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(provider.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(scopes.length > 0 ? {scope: scopes.join(' ')} : {}),
  };
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  return {provider, clientId, redirectUri, url: url.href, state, verifier};
}

/**
 * Exchanges the code of a callback for a token.
 * @throws what oauth4webapi throws if the state, the issuer or a response is invalid, and `TypeError` without a
 * response.
 */
export async function finishSignIn(
  {provider, clientId, redirectUri, state, verifier}: SignIn,
  callback: URLSearchParams,
  signal?: AbortSignal,
): Promise<KeptSecret> {
  const client = {client_id: clientId};
  const server = answering(provider, callback.get('iss'));
  const validated = oauth.validateAuthResponse(server, client, callback, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    validated,
    redirectUri,
    verifier,
    requestOptions(server.token_endpoint ?? '', signal),
  );
  return secretOf(
    await oauth.processAuthorizationCodeResponse(server, client, await withoutIdToken(response)),
  );
}

/** Exchanges a refresh token for a new access token (RFC 6749 §6). Throws as {@link finishSignIn} does. */
export async function renew(
  {server}: Provider,
  {clientId, refreshUrl, refreshToken}: {clientId: string; refreshUrl: string; refreshToken: string},
  signal?: AbortSignal,
): Promise<KeptSecret> {
  const client = {client_id: clientId};
  const response = await oauth.refreshTokenGrantRequest(
    {...server, token_endpoint: refreshUrl},
    client,
    oauth.None(),
    refreshToken,
    requestOptions(refreshUrl, signal),
  );
  const secret = secretOf(
    await oauth.processRefreshTokenResponse(server, client, await withoutIdToken(response)),
  );
  // If a server sends no new refresh token, the old one stays valid (RFC 6749 §6).
  return {...secret, grant: {refreshToken, ...secret.grant}};
}

/** The server with the issuer that the response should name: its own if that is known, else any of the same origin. */
function answering({server, issuerKnown}: Provider, named: string | null): oauth.AuthorizationServer {
  const sameOrigin = named !== null && URL.canParse(named) && new URL(named).origin === server.issuer;
  return !issuerKnown && sameOrigin ? {...server, issuer: named} : server;
}

/** The reader's identity does not matter here: an id token is neither checked nor kept. */
async function withoutIdToken(response: Response): Promise<Response> {
  if (!response.ok) {
    return response;
  }
  const text = await response.text();
  const {status, headers} = response;
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'id_token' in body) {
      const {id_token: _, ...rest} = body;
      return new Response(JSON.stringify(rest), {status, headers});
    }
  } catch {
    // Not JSON: the library reports that with an error of its own.
  }
  return new Response(text, {status, headers});
}

function secretOf({
  access_token,
  expires_in,
  refresh_token,
  scope,
}: oauth.TokenEndpointResponse): Required<KeptSecret> {
  return {
    value: access_token,
    grant: {
      ...(expires_in === undefined ? {} : {expiresAt: Date.now() + expires_in * 1000}),
      ...(refresh_token === undefined ? {} : {refreshToken: refresh_token}),
      ...(scope === undefined ? {} : {scope}),
    },
  };
}
