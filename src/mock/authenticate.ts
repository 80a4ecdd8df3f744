import {credentialPlace} from '../api/http/credentialPlace';
import type {Operation, SecurityScheme} from '../api/operation';
import type {Answer} from './answer';
import {acceptedCredentials} from './credentialWords';
import {problem} from './problem';
import type {MockRequest} from './mockRequest';

/**
 * The mock credential works for everything. With one of these endings it fails in a way that readers can learn from:
 * `ck_mock_4242_readonly` is refused with 403 by whatever writes, and so on.
 */
const endings = ['_readonly', '_expired', '_limited'] as const;
type Ending = (typeof endings)[number] | '';

export type Identity =
  | {readonly type: 'known'; readonly name: string; readonly exhausted: boolean}
  | {readonly type: 'refused'; readonly answer: Answer};

export interface AuthenticateOptions {
  /** Whether every credential counts as expired. */
  readonly expired: boolean;
  /** Whether the operation changes nothing, so that a read-only key is enough. */
  readonly reads: boolean;
  /**
   * Whether requests cannot carry cookies, as in a page, where the browser drops the header `Cookie`. There is then nothing
   * to check, and a cookie counts as sent: it could never be.
   */
  readonly withoutCookies: boolean;
}

/** Who asks: the credentials of one of the operation's alternatives, or a 401 or 403. */
export function authenticate(
  operation: Operation,
  request: MockRequest,
  {expired, reads, withoutCookies}: AuthenticateOptions,
): Identity {
  const {security, securitySchemes} = operation;
  if (security.length === 0) {
    return {type: 'known', name: 'anybody', exhausted: false};
  }
  const alternatives = security.map(alternative => {
    const schemes = alternative.flatMap(({scheme: id}) => securitySchemes.find(one => one.id === id) ?? []);
    const endingAt = (place: string): Ending | undefined =>
      schemes
        .filter(scheme => placeOf(scheme) === place)
        .map(scheme => endingOf(scheme, request))
        .find(ending => ending !== undefined);
    return [...new Set(schemes.map(placeOf))].map(place =>
      withoutCookies && place.startsWith('cookie ') ? '' : endingAt(place),
    );
  });
  const found = alternatives.find(parts => parts.every(ending => ending !== undefined));
  if (!found) {
    return refuse(operation, refusalReason(operation, request));
  }
  if (expired || found.includes('_expired')) {
    return refuse(operation, 'This key has expired. Create a new one and send that instead.');
  }
  if (!reads && found.includes('_readonly')) {
    return {type: 'refused', answer: problem(operation, 403)};
  }
  return {type: 'known', name: found.join() || 'key', exhausted: found.includes('_limited')};
}

/** Where a credential goes. If several schemes use the same place, a request can carry only one of them. */
function placeOf(scheme: SecurityScheme): string {
  const {in: location, name} = credentialPlace(scheme);
  return `${location} ${name.toLowerCase()}`;
}

/** The suffix of a credential after the mock credential of its scheme; undefined for any other credential. */
function endingOf(scheme: SecurityScheme, request: MockRequest): Ending | undefined {
  const credential = given(scheme, request);
  return credential === scheme.mockCredential
    ? ''
    : endings.find(ending => credential === scheme.mockCredential + ending);
}

/** A 401 that says which key would do. */
function refuse(operation: Operation, reason: string): Identity {
  const schemes = operation.securitySchemes;
  const challenge = schemes.every(({type}) => type === 'basic') ? 'Basic' : 'Bearer';
  return {
    type: 'refused',
    answer: problem(operation, 401, {
      headers: {'WWW-Authenticate': `${challenge} realm="mock"`},
      detail: `${reason} The mock takes ${acceptedCredentials(operation)}.`,
    }),
  };
}

function refusalReason({securitySchemes}: Operation, request: MockRequest): string {
  return securitySchemes.some(candidate => given(candidate, request) !== undefined)
    ? 'The mock does not know this key.'
    : 'The request has no key.';
}

/** The credential that a request carries for a scheme. */
function given(scheme: SecurityScheme, request: MockRequest): string | undefined {
  const authorization = request.headers.get('Authorization') ?? '';
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    case 'basic':
      return decodeBasic(/^Basic +(\S+)$/i.exec(authorization)?.[1]);
    case 'apiKey':
      switch (scheme.in) {
        case 'header':
          return request.headers.get(scheme.name) ?? undefined;
        case 'query':
          return new URL(request.url).searchParams.get(scheme.name) ?? undefined;
        case 'cookie':
          return cookie(request.headers.get('Cookie') ?? '', scheme.name);
      }
  }
}

/** User and password in UTF-8 (RFC 7617 §2.1), in which every client of today sends them. */
function decodeBasic(token: string | undefined): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(token ?? ''), character => character.charCodeAt(0));
    return token === undefined ? undefined : new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

function cookie(header: string, name: string): string | undefined {
  return header
    .split(/; */)
    .find(pair => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
