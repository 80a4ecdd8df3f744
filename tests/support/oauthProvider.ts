import {createHash, randomUUID} from 'node:crypto';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface ProviderOptions {
  /** The issuer in its responses; its own origin unless a test needs another one. */
  readonly issuer?: string;
  /** Whether pages may read the token endpoint. */
  readonly cors?: boolean;
  readonly expiresIn?: number;
}

export interface OAuthProvider {
  readonly origin: string;
  /** The parameters of each authorization request. */
  readonly authorizations: readonly URLSearchParams[];
  /** The forms that were sent to the token endpoint, with their cookies. */
  readonly tokenRequests: readonly {readonly form: URLSearchParams; readonly cookie: string | undefined}[];
  /** The issued access tokens, the latest last. */
  readonly tokens: readonly string[];
  readonly close: () => void;
}

export const CLIENT_ID = 'docs-client';

interface Grant {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly scope: string;
}

/**
 * A real authorization server on this machine for one public client: one-time codes that need their PKCE verifier, a
 * consent page, rotating refresh tokens, and OpenID Connect metadata.
 */
export async function startProvider(options: ProviderOptions = {}): Promise<OAuthProvider> {
  const {cors = true, expiresIn = 3600} = options;
  const grants = new Map<string, Grant>();
  const refreshTokens = new Set<string>();
  const authorizations: URLSearchParams[] = [];
  const tokenRequests: {form: URLSearchParams; cookie: string | undefined}[] = [];
  const tokens: string[] = [];
  let origin = '';
  const issuer = (): string => options.issuer ?? origin;

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    authorizations.push(query);
    const redirectUri = query.get('redirect_uri') ?? '';
    const faults = [
      query.get('response_type') !== 'code' && 'response_type is not code',
      query.get('client_id') !== CLIENT_ID && 'unknown client',
      query.get('code_challenge_method') !== 'S256' && 'no S256 challenge',
      !URL.canParse(redirectUri) && 'no redirect_uri',
    ].filter(fault => typeof fault === 'string');
    if (faults.length > 0) {
      response.writeHead(400, {'Content-Type': 'text/plain'}).end(faults.join('; '));
      return;
    }
    const code = randomUUID();
    const scope = query.get('scope') ?? '';
    grants.set(code, {challenge: query.get('code_challenge') ?? '', redirectUri, scope});
    const back = (parameters: Record<string, string>): string => {
      const url = new URL(redirectUri);
      const state = query.get('state') ?? '';
      Object.entries({...parameters, state, iss: issuer()}).forEach(([name, value]) =>
        url.searchParams.set(name, value),
      );
      return url.href.replaceAll('&', '&amp;');
    };
    response.writeHead(200, {'Content-Type': 'text/html', 'Set-Cookie': 'session=provider; Path=/'}).end(
      `<!doctype html><html lang="en"><title>Sign in</title><h1>Allow?</h1><p>${scope}</p>
       <a href="${back({code})}">Allow</a> <a href="${back({error: 'access_denied'})}">Deny</a>`,
    );
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    tokenRequests.push({form, cookie: request.headers.cookie});
    const scope = form.get('grant_type') === 'refresh_token' ? refreshed(form) : redeemed(form);
    if (scope === undefined) {
      json(response, 400, {error: 'invalid_grant'});
      return;
    }
    const accessToken = `token-${randomUUID()}`;
    const refreshToken = `refresh-${randomUUID()}`;
    tokens.push(accessToken);
    refreshTokens.add(refreshToken);
    json(response, 200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: expiresIn,
      refresh_token: refreshToken,
      scope,
      id_token: 'not.checked.here',
    });
  }

  /** The scope of a code whose verifier matches; each code is valid once. */
  function redeemed(form: URLSearchParams): string | undefined {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return form.get('client_id') === CLIENT_ID &&
      grant?.challenge === challenge &&
      grant.redirectUri === form.get('redirect_uri')
      ? grant.scope
      : undefined;
  }

  function refreshed(form: URLSearchParams): string | undefined {
    return refreshTokens.delete(form.get('refresh_token') ?? '') ? 'renewed' : undefined;
  }

  function json(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(cors ? {'Access-Control-Allow-Origin': '*'} : {}),
    });
    response.end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    switch (url.pathname) {
      case '/authorize':
        return authorize(url.searchParams, response);
      case '/token':
        return void token(request, response);
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer: issuer(),
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          authorization_response_iss_parameter_supported: true,
        });
      default:
        return void response.writeHead(404).end();
    }
  });
  origin = await new Promise<string>(resolve => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
  return {
    origin,
    authorizations,
    tokenRequests,
    tokens,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk as Uint8Array));
  }
  return Buffer.concat(chunks).toString();
}
