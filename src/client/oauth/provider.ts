import * as oauth from 'oauth4webapi';

import {messages} from '../../words';
import {isLoopback} from '../../api/loopback';
import {secureUrl, type AuthorizationCodeFlow} from './flows';

const say = messages('provider', {
  noUrl: 'The OpenAPI document has no https:// URL for signing in.',
  noUrls: '{issuer} does not name any https:// URLs for signing in.',
});

/** An authorization server, as far as a sign-in needs it. */
export interface Provider {
  readonly server: oauth.AuthorizationServer;
  readonly authorizationUrl: string;
  /** The origin that receives the code and returns the token. */
  readonly origin: string;
  /**
   * Whether the issuer is known from its own metadata. An OAuth 2 scheme has two URLs and no issuer: the issuer that a
   * response names (RFC 9207) must then at least have the same origin.
   */
  readonly issuerKnown: boolean;
}

/** An authorization server that cannot be used, in words for the reader. */
export class UnusableProvider extends Error {
  override readonly name = 'UnusableProvider';
}

export function providerOf({authorizationUrl, tokenUrl}: AuthorizationCodeFlow): Provider {
  return {
    server: {
      issuer: new URL(authorizationUrl).origin,
      authorization_endpoint: authorizationUrl,
      token_endpoint: tokenUrl,
    },
    authorizationUrl,
    origin: new URL(tokenUrl).origin,
    issuerKnown: false,
  };
}

/**
 * The provider of an OpenID Connect scheme (OpenID Connect Discovery 1.0); the metadata must name the expected issuer.
 */
export async function discoverProvider(openIdConnectUrl: string, signal?: AbortSignal): Promise<Provider> {
  const url = secureUrl(openIdConnectUrl);
  if (url === undefined) {
    throw new UnusableProvider(say('noUrl'));
  }
  const issuer = new URL(url.replace(/\/\.well-known\/openid-configuration\/?$/, ''));
  const response = await oauth.discoveryRequest(issuer, requestOptions(issuer.href, signal));
  const server = await oauth.processDiscoveryResponse(issuer, response);
  const authorizationUrl = secureUrl(server.authorization_endpoint);
  const tokenUrl = secureUrl(server.token_endpoint);
  if (authorizationUrl === undefined || tokenUrl === undefined) {
    throw new UnusableProvider(say('noUrls', {issuer: issuer.origin}));
  }
  return {server, authorizationUrl, origin: new URL(tokenUrl).origin, issuerKnown: true};
}

/** Requests carry no cookies; http is allowed to this machine only. */
export function requestOptions(
  url: string,
  signal?: AbortSignal,
): oauth.HttpRequestOptions<'GET' | 'POST', URLSearchParams | undefined> {
  return {
    [oauth.allowInsecureRequests]: isLoopback(new URL(url).hostname),
    [oauth.customFetch]: (target, {body, signal: abort, ...init}) =>
      fetch(target, {
        ...init,
        body: body ?? null,
        signal: abort ?? null,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      }),
    ...(signal ? {signal} : {}),
  };
}
