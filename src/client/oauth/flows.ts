import {member, members, text} from '../../api/json';
import type {Json} from '../../api/operation';
import {isLoopback} from '../../api/loopback';

/** The authorization code flow of an OAuth 2 scheme (OpenAPI 3.1 §4.8.29), the only one that a page can perform. */
export interface AuthorizationCodeFlow {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** Where tokens are refreshed; the token URL unless the document says otherwise. */
  readonly refreshUrl: string;
  readonly scopes: readonly Scope[];
}
export interface Scope {
  readonly name: string;
  readonly description: string;
}

/** The flow, if the document has it with URLs that are safe to open: https, or http on this machine. */
export function authorizationCodeFlow(flows: Json): AuthorizationCodeFlow | undefined {
  const flow = member(flows, 'authorizationCode');
  const authorizationUrl = secureUrl(text(member(flow, 'authorizationUrl')));
  const tokenUrl = secureUrl(text(member(flow, 'tokenUrl')));
  if (authorizationUrl === undefined || tokenUrl === undefined) {
    return undefined;
  }
  return {
    authorizationUrl,
    tokenUrl,
    refreshUrl: secureUrl(text(member(flow, 'refreshUrl'))) ?? tokenUrl,
    scopes: members(member(flow, 'scopes')).map(([name, description]) => ({
      name,
      description: text(description) ?? '',
    })),
  };
}

/** The names of the flows that the document has. */
export function flowNames(flows: Json): readonly string[] {
  return members(flows).map(([name]) => name);
}

/** RFC 6749 §3.1 requires TLS; a server on this machine, as in development, may go without. */
export function secureUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) {
    return undefined;
  }
  const {protocol, hostname, href} = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? href : undefined;
}
