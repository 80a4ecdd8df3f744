import {describe, expect, onTestFinished, test} from 'vitest';

import {callbackOf, sendCallback} from '../../../../src/client/oauth/callback';
import {authorizationCodeFlow} from '../../../../src/client/oauth/flows';
import {signInProblem} from '../../../../src/client/oauth/problem';
import {discoverProvider, providerOf, type Provider} from '../../../../src/client/oauth/provider';
import {beginSignIn, finishSignIn, renew, type SignIn} from '../../../../src/client/oauth/signIn';
import {
  CLIENT_ID,
  startProvider,
  type OAuthProvider,
  type ProviderOptions,
} from '../../../support/oauthProvider';

const redirectUri = 'https://docs.test/oauth/callback';

async function provider(options?: ProviderOptions): Promise<OAuthProvider> {
  const started = await startProvider(options);
  onTestFinished(started.close);
  return started;
}

function flowOf({origin}: OAuthProvider): Provider {
  const flow = authorizationCodeFlow({
    authorizationCode: {authorizationUrl: `${origin}/authorize`, tokenUrl: `${origin}/token`, scopes: {}},
  });
  if (!flow) {
    throw new Error('The flow of the local provider is not understood.');
  }
  return providerOf(flow);
}

async function begin(from: Provider, scopes: readonly string[] = []): Promise<SignIn> {
  return beginSignIn(from, {clientId: CLIENT_ID, scopes, redirectUri});
}

/** What comes back when the reader presses a link of the provider's page. */
async function press(url: string, link: 'Allow' | 'Deny'): Promise<URLSearchParams> {
  const page = await (await fetch(url)).text();
  const href = new RegExp(`href="([^"]+)">${link}`).exec(page)?.[1] ?? '';
  return new URL(href.replaceAll('&amp;', '&')).searchParams;
}

describe('signing in by authorization code', () => {
  test('gives a token, when it ends, and asks with PKCE, state and the scopes chosen', async () => {
    const local = await provider();
    const signIn = await begin(flowOf(local), ['pets:read', 'pets:write']);
    const secret = await finishSignIn(signIn, await press(signIn.url, 'Allow'));
    expect(secret.value).toBe(local.tokens[0]);
    expect(secret.grant).toMatchObject({scope: 'pets:read pets:write', refreshToken: expect.any(String)});
    expect((secret.grant?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    expect(Object.fromEntries(local.authorizations[0] ?? [])).toMatchObject({
      client_id: CLIENT_ID,
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
      scope: 'pets:read pets:write',
      state: signIn.state,
    });
    expect(signIn.url).not.toContain(signIn.verifier);
  });

  test('a token is renewed, and a refresh token that is not replaced stays', async () => {
    const local = await provider();
    const from = flowOf(local);
    const signIn = await begin(from);
    const {grant} = await finishSignIn(signIn, await press(signIn.url, 'Allow'));
    const renewed = await renew(from, {
      clientId: CLIENT_ID,
      refreshUrl: `${local.origin}/token`,
      refreshToken: grant?.refreshToken ?? '',
    });
    expect(renewed.value).toBe(local.tokens[1]);
    expect(renewed.grant?.refreshToken).not.toBe(grant?.refreshToken);
  });

  test('an answer with another state is refused, and no code is traded', async () => {
    const local = await provider();
    const signIn = await begin(flowOf(local));
    const callback = await press(signIn.url, 'Allow');
    callback.set('state', 'forged');
    await expect(finishSignIn(signIn, callback)).rejects.toThrow('state');
    expect(local.tokenRequests).toEqual([]);
  });

  test('an answer that names an issuer of another origin is refused, and no code is traded', async () => {
    const local = await provider({issuer: 'https://elsewhere.test'});
    const signIn = await begin(flowOf(local));
    await expect(finishSignIn(signIn, await press(signIn.url, 'Allow'))).rejects.toThrow('iss');
    expect(local.tokenRequests).toEqual([]);
  });

  test('a code does not work without the verifier of the page that began', async () => {
    const local = await provider();
    const signIn = await begin(flowOf(local));
    const thief = {...signIn, verifier: 'A'.repeat(43)};
    await expect(finishSignIn(thief, await press(signIn.url, 'Allow'))).rejects.toThrow();
    expect(local.tokens).toEqual([]);
  });

  test('a reader who declines is told so, with what to do', async () => {
    const local = await provider();
    const signIn = await begin(flowOf(local));
    const error: unknown = await finishSignIn(signIn, await press(signIn.url, 'Deny')).catch(
      (thrown: unknown) => thrown,
    );
    expect(await signInProblem(error, local.origin)).toEqual({
      title: 'The sign-in was declined.',
      nextStep: 'Sign in again and allow access, or choose fewer scopes.',
    });
  });

  test('a provider that is away is diagnosed as any server', async () => {
    const signIn = await begin(
      providerOf({
        authorizationUrl: 'http://127.0.0.1:1/authorize',
        tokenUrl: 'http://127.0.0.1:1/token',
        refreshUrl: 'http://127.0.0.1:1/token',
        scopes: [],
      }),
    );
    const error: unknown = await finishSignIn(
      signIn,
      new URLSearchParams({code: 'x', state: signIn.state}),
    ).catch((thrown: unknown) => thrown);
    const {title, nextStep} = await signInProblem(error, 'http://127.0.0.1:1/token');
    expect(title).toContain('Nothing responds at http://127.0.0.1:1');
    expect(nextStep).toContain('Start the server');
  });
});

describe('OpenID Connect', () => {
  test('the provider is found by its metadata', async () => {
    const local = await provider();
    const found = await discoverProvider(`${local.origin}/.well-known/openid-configuration`);
    expect(found).toMatchObject({origin: local.origin, authorizationUrl: `${local.origin}/authorize`});
    const signIn = await begin(found, ['openid']);
    expect((await finishSignIn(signIn, await press(signIn.url, 'Allow'))).value).toBe(local.tokens[0]);
  });

  test('metadata that names another issuer is refused', async () => {
    const local = await provider({issuer: 'https://elsewhere.test'});
    await expect(discoverProvider(`${local.origin}/.well-known/openid-configuration`)).rejects.toThrow(
      'issuer',
    );
  });

  test.each(['javascript:alert(1)', 'http://id.test', ''])('%j is no place to sign in', async url => {
    await expect(discoverProvider(url)).rejects.toThrow('https://');
  });
});

describe('the flows of a document', () => {
  const flow = (authorizationUrl: string, tokenUrl = 'https://id.test/token'): unknown =>
    authorizationCodeFlow({authorizationCode: {authorizationUrl, tokenUrl, scopes: {read: 'Read pets'}}});

  test('name where to sign in and the scopes', () => {
    expect(flow('https://id.test/authorize')).toEqual({
      authorizationUrl: 'https://id.test/authorize',
      tokenUrl: 'https://id.test/token',
      refreshUrl: 'https://id.test/token',
      scopes: [{name: 'read', description: 'Read pets'}],
    });
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://id.test/authorize', '/authorize'])(
    'no window opens on %s',
    url => {
      expect(flow(url)).toBeUndefined();
      expect(flow('https://id.test/authorize', url)).toBeUndefined();
    },
  );
});

describe('the window that comes back', () => {
  test('hands the answer to the page that began, and to no other', async () => {
    const waiting = new AbortController();
    onTestFinished(() => waiting.abort());
    const other = callbackOf('other', waiting.signal);
    const mine = callbackOf('mine', waiting.signal);
    expect(await sendCallback('?code=1&state=mine', 1000)).toBe(true);
    expect((await mine).get('code')).toBe('1');
    waiting.abort(new Error('nothing came'));
    await expect(other).rejects.toThrow('nothing came');
  });

  test('knows when nobody waits for it', async () => {
    expect(await sendCallback('?code=1&state=nobody', 10)).toBe(false);
    expect(await sendCallback('', 10)).toBe(false);
  });
});
