import {request} from 'node:http';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';

import packageFile from '../../package.json';
import config from '../../docusaurus.config';
import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {startMock, stopMocks} from './support/runMock';
import {serveMock, type ServedMock} from './support/serveMock';

interface Answer {
  readonly status: number;
  readonly allowed: string | undefined;
  readonly text: string;
}

/** Asks with header fields that `fetch` would not let a page, or a test, set. */
function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  {method = 'GET', body = ''} = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {method, headers}, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          allowed: response.headers['access-control-allow-origin'],
          text,
        }),
      );
    });
    asked.on('error', reject).end(body);
  });
}

const key = {Authorization: 'Bearer ck_mock_4242'};
const anyUser = {'Content-Type': 'application/json', Prefer: 'code=201', ...key};

const site = config.url;
const served: ServedMock[] = [];

async function serve(...allowedOrigins: readonly string[]): Promise<ServedMock> {
  const one = await serveMock(createMock({rules, api: await loadApi('static/openapi.yaml')}), {
    allowedOrigins,
  });
  served.push(one);
  return one;
}

afterAll(() => Promise.all(served.map(({close}) => close())));
afterEach(stopMocks);

describe('a local mock that was told of no other origin', () => {
  let url: string;
  let log: readonly string[];
  beforeAll(async () => {
    ({baseUrl: url, log} = await serve());
  });

  test.each([
    'http://localhost:3000',
    'https://localhost',
    'http://127.0.0.1:8080',
    'http://[::1]:3000',
    'http://docs.localhost:3000',
  ])('lets a page of this machine, %s, ask and read', async origin => {
    const preflight = await ask(
      `${url}/users`,
      {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,x-own',
      },
      {method: 'OPTIONS'},
    );
    expect(preflight).toMatchObject({status: 204, allowed: origin});
    expect(await ask(`${url}/users`, {Origin: origin, ...key})).toMatchObject({status: 200, allowed: origin});
    expect(await ask(`${url}/none`, {Origin: origin, ...key})).toMatchObject({status: 404, allowed: origin});
  });

  test.each([
    'https://evil.example',
    'https://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example:3000',
    'null',
  ])('lets a page from elsewhere, %s, neither read nor change anything', async origin => {
    const before = (await ask(`${url}/users`, key)).text;
    const preflight = {Origin: origin, 'Access-Control-Request-Method': 'DELETE'};
    expect(await ask(`${url}/users`, preflight, {method: 'OPTIONS'})).toMatchObject({
      status: 403,
      allowed: undefined,
    });
    expect(await ask(`${url}/users`, {Origin: origin, ...key})).toMatchObject({
      status: 403,
      allowed: undefined,
    });
    const body = '{"email": "eve@evil.example", "name": "Eve"}';
    const created = await ask(`${url}/users`, {Origin: origin, ...anyUser}, {method: 'POST', body});
    expect(created.status).toBe(403);
    expect(JSON.parse(created.text)).toMatchObject({
      detail: `Pages of ${origin} may not use this mock. To let them, start it with --allow-origin ${origin}`,
    });
    expect((await ask(`${url}/users`, key)).text).toBe(before);
    expect(log.join()).toContain(`--allow-origin ${origin}`);
  });

  test.each(['evil.example', 'evil.example:4010', 'localhost.evil.example', '127.0.0.1.evil.example', 'a b'])(
    'does not answer under the name "%s", which another may have lead here (DNS rebinding)',
    async host => {
      for (const path of [`${url}/users`, `${new URL(url).origin}/_mock/health`]) {
        const {status, allowed, text} = await ask(path, {Host: host, ...key});
        expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain('usr_');
        expect(allowed).toBeUndefined();
      }
    },
  );

  test.each([
    'localhost',
    'LOCALHOST:4010',
    '127.0.0.1',
    '[::1]:4010',
    '192.168.1.20:4010',
    'mock.localhost',
  ])('answers under the name %s, which nobody else can give away', async host => {
    expect((await ask(`${url}/users`, {Host: host, ...key})).status).toBe(200);
  });
});

describe('--allow-origin', () => {
  test('lets in the origins that it names, under their host names too, and no other', async () => {
    const {baseUrl: url} = await serve(site, 'http://mock:4010');
    expect(await ask(`${url}/users`, {Origin: site, ...key})).toMatchObject({status: 200, allowed: site});
    expect((await ask(`${url}/users`, {Host: 'mock:4010', ...key})).status).toBe(200);
    expect((await ask(`${url}/users`, {Origin: 'https://evil.example', ...key})).status).toBe(403);
    expect((await ask(`${url}/users`, {Origin: site.replace('https', 'http'), ...key})).status).toBe(403);
  });

  test('lets all in with a star', async () => {
    const {baseUrl: url} = await serve('*');
    const answer = await ask(`${url}/users`, {Origin: 'https://any.example', Host: 'any.example', ...key});
    expect(answer).toMatchObject({status: 200, allowed: 'https://any.example'});
  });

  test.each([
    'docs.example.com',
    'https://docs.example.com/',
    'https://docs.example.com/docs',
    'HTTPS://docs.example.com',
  ])('refuses %s, which is no origin as browsers write it', async text => {
    const mock = startMock('--port', '0', '--allow-origin', text);
    expect(await mock.ended).toBe(2);
    expect(mock.output()).toContain(`${text} is not an origin`);
  });

  test('of npm run mock is the address of this site', () => {
    expect(packageFile.scripts.mock).toContain(`--allow-origin ${site}`);
  });
});
