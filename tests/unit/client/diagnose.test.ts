import {describe, expect, test} from 'vitest';

import {diagnose} from '../../../src/client/diagnose';
import {browserEnvironment, type Environment} from '../../../src/client/environment';
import {send} from '../../../src/client/send';
import {localServer} from './localServer';
import {asFailure, requestTo} from './requests';

const quiet: Environment = {
  pageUrl: 'https://docs.test/api',
  isOnline: () => true,
  answers: async () => false,
};
const up: Environment = {...quiet, answers: async () => true};
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
    const page = {...quiet, pageUrl: 'http://localhost:3000/'};
    expect((await diagnose(new Request('http://api.test/'), 'custom', page)).cause).toBe('unreachable');
  });

  test('a server that answers, but not to this page, is CORS', async () => {
    const {cause, explanation, nextStep} = await diagnose(plainGet, 'document', up);
    expect(cause).toBe('cors');
    expect(explanation).toContain('got the request');
    expect(nextStep).toContain('"Access-Control-Allow-Origin: https://docs.test"');
  });

  test('for a request that needs permission, the headers to allow are named', async () => {
    const request = new Request('https://api.test/v1/users', {
      method: 'PATCH',
      headers: {Authorization: 'Bearer secret', 'Content-Type': 'application/json', Accept: '*/*'},
    });
    const diagnosis = await diagnose(request, 'document', up);
    expect(diagnosis.cause).toBe('cors');
    expect(diagnosis.nextStep).toContain('"Access-Control-Allow-Methods: PATCH"');
    expect(diagnosis.nextStep).toContain('"Access-Control-Allow-Headers: authorization, content-type"');
    expect(JSON.stringify(diagnosis)).not.toContain('secret');
  });

  test('a form that a page may send unasked is told to have arrived', async () => {
    const request = new Request('https://api.test/', {
      method: 'POST',
      headers: {'Content-Type': 'text/plain;charset=UTF-8'},
    });
    expect((await diagnose(request, 'document', up)).explanation).toContain('got the request');
  });

  test('no answer from a local mock means that it is not running, and how to start it', async () => {
    const request = new Request('http://localhost:4010/v1/users');
    const {cause, explanation, nextStep} = await diagnose(request, 'local-mock', quiet);
    expect(cause).toBe('local-mock-not-running');
    expect(explanation).toContain('http://localhost:4010');
    expect(nextStep).toContain('npm run mock');
  });

  test('no answer from elsewhere names what it may be, and how to see which', async () => {
    const {cause, nextStep} = await diagnose(plainGet, 'document', quiet);
    expect(cause).toBe('unreachable');
    expect(nextStep).toContain('https://api.test');
  });

  test('the server is asked at its root, without the query of the request', async () => {
    const asked: string[] = [];
    await diagnose(plainGet, 'document', {
      ...quiet,
      answers: async url => {
        asked.push(url);
        return false;
      },
    });
    expect(asked).toEqual(['https://api.test/']);
  });
});

describe('the test whether a server answers', () => {
  test('carries no credentials and reaches the root', async () => {
    const {origin, arrived} = await localServer(response => response.writeHead(404).end());
    expect(await browserEnvironment.answers(`${origin}/`)).toBe(true);
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
        answers: () => {
          reader.abort();
          return new Promise(() => undefined);
        },
      },
    });
    expect(result.type).toBe('aborted');
  });
});
