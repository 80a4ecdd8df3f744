import type {IncomingHttpHeaders} from 'node:http';
import {isIP} from 'node:net';

import {isLoopback} from '../../api/loopback';
import type {Api} from '../../api/operation';

/** Whether a request is allowed, and which page may read the response. Requests from a terminal name no page. */
export type Access =
  | {readonly isAllowed: true; readonly origin: string | undefined}
  | {readonly isAllowed: false; readonly status: 403 | 421; readonly detail: string};

/** In place of an origin: every page. */
export const ANY_ORIGIN = '*';

/**
 * Keeps pages from elsewhere away from a server that all programs on this machine can reach. `Origin` says which page
 * sends the request (Fetch §3.2): it has to be on this machine or allowed. `Host` says by which name the server was
 * addressed: a page can point its own name here after it was loaded (DNS rebinding) and then has the same origin, so
 * only names that nobody else can assign are accepted.
 * @param allowed - Origins, such as `https://docs.example.com`, or {@link ANY_ORIGIN}.
 */
export function accessOf({host, origin}: IncomingHttpHeaders, allowed: readonly string[]): Access {
  if (!allowed.includes(ANY_ORIGIN)) {
    if (host !== undefined && !isOwnName(hostnameOf(`http://${host}`), allowed)) {
      return {
        isAllowed: false,
        status: 421,
        detail: `This mock is not ${host}. Use localhost, or start it with --allow-origin http://${host}`,
      };
    }
    if (origin !== undefined && !allowed.includes(origin) && !isLoopback(hostnameOf(origin) ?? '')) {
      return {
        isAllowed: false,
        status: 403,
        detail: `Pages of ${origin} may not use this mock. To let them, start it with --allow-origin ${origin}`,
      };
    }
  }
  return {isAllowed: true, origin};
}

function isOwnName(hostname: string | undefined, allowed: readonly string[]): boolean {
  return (
    hostname !== undefined &&
    (isLoopback(hostname) ||
      isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 ||
      allowed.some(origin => hostnameOf(origin) === hostname))
  );
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

export const EXPOSED = 'Access-Control-Expose-Headers';
export const WITH_COOKIES = 'Access-Control-Allow-Credentials';

/** Whether requests have cookies: browsers send them if the server names the origin and allows credentials. */
export function usesCookies({operations}: Api): boolean {
  return operations.some(
    ({securitySchemes, parameters}) =>
      securitySchemes.some(scheme => scheme.type === 'apiKey' && scheme.in === 'cookie') ||
      parameters.some(parameter => parameter.in === 'cookie'),
  );
}

/** The headers that allow the requesting page to read the response (Fetch §3.3) and to send its cookies. */
export function corsHeaders(
  origin: string | undefined,
  withCookies: boolean,
): {readonly [name: string]: string} {
  return origin === undefined
    ? {}
    : {
        'Access-Control-Allow-Origin': origin,
        [EXPOSED]: '*',
        ...(withCookies ? {[WITH_COOKIES]: 'true'} : {}),
        Vary: 'Origin',
      };
}

/** The response headers to a preflight (Fetch §3.2.2). With cookies, `*` has no special meaning. */
export function preflightHeaders(asked: IncomingHttpHeaders): {readonly [name: string]: string} {
  return {
    'Access-Control-Allow-Methods': asked['access-control-request-method'] ?? 'GET',
    'Access-Control-Allow-Headers': asked['access-control-request-headers'] ?? '*',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '600',
  };
}
