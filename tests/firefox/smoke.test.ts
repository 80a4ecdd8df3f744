import type {BrowserContext} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {serveMock, type ServedMock} from '../mock/support/serveMock';
import {serveBuild} from '../support/serveBuild';
import {launchFirefox, type RunningFirefox} from './support/launchFirefox';
import {createReader, type Reader} from './support/reader';

const createUser = '/api/users/create-user';
const curlSample = 'cURL sample: change a value, or paste a request';
const answer = '[aria-label="Response"]';

/** The build in ./build is made for a local mock at this address, so the mock of the tests has to be there. */
const localMockUrl = new URL(process.env.LOCAL_MOCK_URL ?? 'http://localhost:4010');

let firefox: RunningFirefox;
let localMock: ServedMock;
let site: Awaited<ReturnType<typeof serveBuild>>;
let context: BrowserContext;
let reader: Reader;

beforeAll(async () => {
  site = await serveBuild('build');
  const mock = createMock({rules, api: await loadApi('static/openapi.yaml')});
  localMock = await serveMock(mock, {port: Number(localMockUrl.port)});
  firefox = await launchFirefox();
});

afterAll(async () => {
  await firefox.close();
  await localMock.close();
  site.close();
});

beforeEach(async () => {
  context = await firefox.browser.createBrowserContext();
  reader = await createReader(context, site.origin);
});

afterEach(async () => {
  await context.close();
  expect(reader.complaints).toEqual([]);
});

test('a user is created once: 201 from the mock in the tab, then 409', async () => {
  await reader.open(createUser);
  await reader.press('button', 'Try it');
  await reader.press('button', 'Send');
  await reader.sees('201 Created', answer);
  await reader.sees('"email": "user@example.com"', answer);
  await reader.press('button', 'Send');
  await reader.sees('409 Conflict', answer);
});

test('the language tab that is pressed shows its sample', async () => {
  await reader.open(createUser);
  await reader.sees('curl https://api.cloudindex.com', '[role="tabpanel"]');
  await reader.press('tab', 'Python');
  await reader.sees('import requests', '[role="tabpanel"]');
});

test('the form follows a value that is typed over in the code', async () => {
  await reader.open(createUser);
  await reader.press('button', 'Try it');
  await reader.type(curlSample, 'grace@example.com', 'user@example.com');
  await reader.holds('email', 'grace@example.com');
});

test('the code follows the form, and a server on this machine answers', async () => {
  await reader.open(createUser);
  await reader.press('button', 'Try it');
  await reader.type('email', 'firefox@example.com');
  await reader.holds(curlSample, 'firefox@example.com');
  await reader.choose('Server', 'local-mock');
  await reader.press('button', 'Send');
  await reader.sees('201 Created', answer);
});

test('a list is shown as a tree', async () => {
  await reader.open('/api/users/list-users');
  await reader.press('button', 'Try it');
  await reader.press('button', 'Send');
  await reader.sees('200 OK', answer);
  await reader.press('button', 'Tree');
  await reader.sees('usr_123abc', '[role="tree"]');
});

test('a stream ends with the whole answer', async () => {
  await reader.open('/api/chat/stream-message');
  await reader.press('button', 'Try it');
  await reader.press('button', 'Send');
  await reader.sees('message.completed', answer);
});

test('the search finds a page and opens it', async () => {
  await reader.open('/quickstart');
  await reader.key('/');
  await reader.type('Search the documentation', 'stop an answer');
  await reader.sees('Stop an answer', '[role="option"]');
  await reader.key('Enter');
  await reader.sees('Stop an answer', 'h2');
});
