import {describe, expect, test} from 'vitest';

import {checkServer} from '../../../src/client/checkServer';
import {diagnose} from '../../../src/client/diagnose';
import {browserEnvironment, type Environment} from '../../../src/client/environment';
import {send} from '../../../src/client/send';
import {localServer} from './localServer';
import {asFailure, requestTo} from './requests';

const quiet: Environment = {
  pageUrl: 'https://docs.test/api',
  isOnline: () => true,
  probe: async () => 'failed',
  read: async () => 'failed',
};
const up: Environment = {...quiet, probe: async () => 'answered'};
/** A server that cannot be reached from a network that works. */
const away: Environment = {
  ...quiet,
  probe: async url => (url.startsWith('https://docs.test') ? 'answered' : 'failed'),
};
const plainGet = new Request('https://api.test/v1/users?q=secret');

describe('the cause of a failed request', () => {
  test('without a network it is that', async () => {
    const {cause, nextStep} = await diagnose(plainGet, 'document', {...quiet, isOnline: () => false});
    expect(cause).toBe('offline');
    expect(nextStep).toContain('Mock (this tab)');
  });

  test('a server on this machine needs no network', async () => {
    const request = new Request('http://localhost:8080/');
    const {cause} = await diagnose(request, 'custom', {...quiet, isOnline: () => false});
    expect(cause).toBe('unreachable');
  });

  test('http from a page on https is blocked by the browser', async () => {
    const {cause, explanation} = await diagnose(new Request('http://api.test/v1'), 'custom', up);
    expect(cause).toBe('mixed-content');
    expect(explanation).toContain('http://api.test');
  });

  test.each(['http://localhost:1/', 'http://127.0.0.1:1/', 'http://[::1]:1/', 'http://api.localhost/'])(
    '%s is not blocked by that rule',
    async url => {
      expect((await diagnose(new Request(url), 'custom', quiet)).cause).toBe('unreachable');
    },
  );

  test('http from a page on http is not blocked either', async () => {
    const page: Environment = {...quiet, pageUrl: 'http://localhost:3000/'};
    expect((await diagnose(new Request('http://api.test/'), 'custom', page)).cause).toBe('unreachable');
  });

  test('a local mock that refuses this page is told how to let it in', async () => {
    const request = new Request('http://localhost:4010/v1/users');
    const {cause, explanation, nextStep} = await diagnose(request, 'local-mock', up);
    expect(cause).toBe('cors');
    expect(explanation).toContain('https://docs.test is not among them');
    expect(nextStep).toContain('--allow-origin https://docs.test');
  });

  test('a server that answers, but not to this page, is CORS', async () => {
    const {cause, explanation, allow} = await diagnose(plainGet, 'document', up);
    expect(cause).toBe('cors');
    expect(explanation).toContain('received the request');
    expect(allow).toEqual(['Access-Control-Allow-Origin: https://docs.test']);
  });

  test('for a request that needs permission, the headers to allow are named', async () => {
    const request = new Request('https://api.test/v1/users', {
      method: 'PATCH',
      headers: {Authorization: 'Bearer secret', 'Content-Type': 'application/json', Accept: '*/*'},
    });
    const diagnosis = await diagnose(request, 'document', up);
    expect(diagnosis.cause).toBe('cors');
    expect(diagnosis.allow).toEqual([
      'Access-Control-Allow-Origin: https://docs.test',
      'Access-Control-Allow-Methods: PATCH',
      'Access-Control-Allow-Headers: authorization, content-type',
    ]);
    expect(JSON.stringify(diagnosis)).not.toContain('secret');
  });

  test('a form that a page may send unasked is told to have arrived', async () => {
    const request = new Request('https://api.test/', {
      method: 'POST',
      headers: {'Content-Type': 'text/plain;charset=UTF-8'},
    });
    expect((await diagnose(request, 'document', up)).explanation).toContain('received the request');
  });

  test('no answer from a local mock means that it is not running, and how to start it', async () => {
    const request = new Request('http://localhost:4010/v1/users');
    const {cause, explanation, nextStep} = await diagnose(request, 'local-mock', quiet);
    expect(cause).toBe('local-mock-not-running');
    expect(explanation).toContain('http://localhost:4010');
    expect(nextStep).toContain('node mock.mjs');
  });

  test('no answer from elsewhere names what it may be, and how to see which', async () => {
    const {cause, nextStep} = await diagnose(plainGet, 'document', away);
    expect(cause).toBe('unreachable');
    expect(nextStep).toContain('https://api.test');
  });

  test('with cookies the owner must allow those too', async () => {
    const request = new Request('https://api.test/v1', {credentials: 'include'});
    expect((await diagnose(request, 'document', up)).allow).toContain(
      'Access-Control-Allow-Credentials: true',
    );
  });

  test('a server that lets this page read elsewhere is told apart: the preflight, or this one answer', async () => {
    const readable: Environment = {...up, read: async () => ({status: 404})};
    const asking = new Request('https://api.test/v1/users', {headers: {'X-Key': 'secret'}});
    expect((await diagnose(asking, 'document', readable)).explanation).toContain(
      'rejects the OPTIONS request',
    );
    expect((await diagnose(plainGet, 'document', readable)).explanation).toContain('but not this one');
  });

  test('a server that answers everywhere but at this address is blocked there', async () => {
    const {cause, explanation} = await diagnose(plainGet, 'document', {
      ...up,
      probe: async url => (url === 'https://api.test/' ? 'answered' : 'failed'),
    });
    expect(cause).toBe('blocked');
    expect(explanation).toContain('a browser extension');
  });

  test('when this site does not answer either, it is the network', async () => {
    const {cause, title} = await diagnose(plainGet, 'document', quiet);
    expect(cause).toBe('offline');
    expect(title).toBe('Your network is not working.');
  });

  test('a server that only speaks http is told from one that is away', async () => {
    const http: Environment = {
      ...quiet,
      probe: async url => (url.startsWith('http:') ? 'answered' : 'failed'),
    };
    const secure = new Request('https://localhost:8443/v1');
    expect((await diagnose(secure, 'custom', http)).cause).toBe('tls');
    const {cause, explanation} = await diagnose(secure, 'custom', quiet);
    expect(cause).toBe('unreachable');
    expect(explanation).toContain('certificate');
  });

  test('a server that hangs is told from one that refuses', async () => {
    const {explanation} = await diagnose(plainGet, 'document', {...quiet, probe: async () => 'silent'});
    expect(explanation).toContain('firewall');
    expect(explanation).toContain('the name does not exist');
  });

  test('a server on this machine that hangs has neither a firewall nor a network on the way', async () => {
    const {explanation} = await diagnose(new Request('http://localhost:3000/users'), 'custom', {
      ...quiet,
      probe: async () => 'silent',
    });
    expect(explanation).toContain('http://localhost:3000');
    expect(explanation).not.toContain('firewall');
  });

  test('no question to the server has the query of the request', async () => {
    const asked: string[] = [];
    await diagnose(plainGet, 'document', {
      ...up,
      probe: async url => {
        asked.push(url);
        return 'answered';
      },
      read: async url => {
        asked.push(url);
        return 'failed';
      },
    });
    expect(asked).toEqual(['https://api.test/', 'https://api.test/v1/users', 'https://api.test/v1/users']);
  });
});

describe('a check of a server', () => {
  test('reaches one that lets pages read, whatever its status', async () => {
    const {origin, arrived} = await localServer(response => response.writeHead(404).end());
    expect(await checkServer({baseUrl: `${origin}/v1`, kind: 'custom'})).toEqual({
      type: 'reached',
      status: 404,
    });
    expect(arrived.map(({method, url}) => `${method} ${url}`)).toEqual(['HEAD /v1']);
    expect(arrived[0]?.headers).not.toHaveProperty('authorization');
  });

  test('says why not, in the words of a failed request', async () => {
    const health = await checkServer({baseUrl: 'https://api.test/v1', kind: 'document'}, up);
    expect(health).toMatchObject({
      type: 'not-reached',
      diagnosis: {cause: 'cors', allow: ['Access-Control-Allow-Origin: https://docs.test']},
    });
  });
});

describe('the test whether a server answers', () => {
  test('carries no credentials and reaches the root', async () => {
    const {origin, arrived} = await localServer(response => response.writeHead(404).end());
    expect(await browserEnvironment.probe(`${origin}/`)).toBe('answered');
    expect(arrived[0]).toMatchObject({method: 'HEAD', url: '/'});
    expect(arrived[0]?.headers).not.toHaveProperty('authorization');
    expect(arrived[0]?.headers).not.toHaveProperty('cookie');
  });

  test('a refused connection, a name that does not exist: both come back as unreachable', async () => {
    const refused = asFailure(await send(requestTo('http://127.0.0.1:1/'), {target: 'custom'}));
    const unknown = asFailure(await send(requestTo('https://nowhere.invalid/'), {target: 'custom'}));
    expect(refused.cause).toBe('unreachable');
    expect(unknown.cause).toBe('unreachable');
  });

  test('the reader may cancel while the cause is looked for', async () => {
    const reader = new AbortController();
    const result = await send(requestTo('https://api.test/'), {
      signal: reader.signal,
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      environment: {
        ...quiet,
        probe: () => {
          reader.abort();
          return new Promise(() => undefined);
        },
      },
    });
    expect(result.type).toBe('aborted');
  });
});
