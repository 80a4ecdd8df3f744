import {credentialPlace} from '../api/http/credentialPlace';
import type {Operation, SecurityScheme} from '../api/operation';
import type {Answer} from './answer';
import {acceptedCredentials} from './credentialWords';
import {problem} from './problem';
import type {MockRequest} from './mockRequest';

/**
 * The mock credential is valid for everything. With one of these endings it fails in a way that readers can learn from:
 * `ck_mock_4242_readonly` gets a 403 from operations that write, and so on.
 */
const endings = ['_readonly', '_expired', '_limited'] as const;
type Ending = (typeof endings)[number] | '';

export type Identity =
  | {readonly type: 'known'; readonly name: string; readonly exhausted: boolean}
  | {readonly type: 'refused'; readonly answer: Answer};

export interface AuthenticateOptions {
  /** Whether all credentials count as expired. */
  readonly expired: boolean;
  /** Whether the operation changes nothing, so that a read-only key is sufficient. */
  readonly reads: boolean;
  /**
   * Whether requests cannot have cookies, as in a page, where the browser drops the header `Cookie`. Cookies then count
   * as sent, as nothing could be sent.
   */
  readonly withoutCookies: boolean;
}

/** The credentials of the caller for one of the operation's alternatives, or a 401 or 403. */
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

/** The place of a credential. If several schemes share it, a request can carry only one of them. */
function placeOf(scheme: SecurityScheme): string {
  const {in: location, name} = credentialPlace(scheme);
  return `${location} ${name.toLowerCase()}`;
}

/** What a credential has after the mock credential of its scheme; undefined for other credentials. */
function endingOf(scheme: SecurityScheme, request: MockRequest): Ending | undefined {
  const credential = given(scheme, request);
  return credential === scheme.mockCredential
    ? ''
    : endings.find(ending => credential === scheme.mockCredential + ending);
}

/** A 401 that names a valid key. */
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

/** The credential for a scheme in a request. */
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

/** User and password in UTF-8 (RFC 7617 §2.1), which all current clients use. */
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
