import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {Api, Json, Operation, OperationResponse} from '../../src/api/operation';
import {resolveSchema} from '../../src/api/schema/schema';
import {validateSchema} from '../../src/api/schema/validateSchema';
import {toFetchRequest} from '../../src/client/toFetchRequest';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {createPageMock} from '../../src/mock/page';
import type {ApiRequest} from '../../src/request/apiRequest';
import {reproductionRequest} from '../../src/request/examples/reproduce';
import {curl} from './support/curl';
import {serveMock, type ServedMock} from './support/serveMock';

/** Where the mock answers, always in its initial state. */
interface Place {
  readonly baseUrl: string;
  readonly ask: (request: ApiRequest) => Promise<Response>;
}

let api: Api;
const served: ServedMock[] = [];

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
});

afterAll(() => Promise.all(served.map(({close}) => close())));

function fetchRequest(request: ApiRequest): Request {
  return toFetchRequest(request, {files: new Map(), signal: new AbortController().signal}).request;
}

function inThePage(): Promise<Place> {
  const {baseUrl} = createPageMock({rules, api});
  return Promise.resolve({
    baseUrl,
    ask: request => createPageMock({rules, api, wait: () => Promise.resolve()}).fetch(fetchRequest(request)),
  });
}

async function overHttp(ask: (request: ApiRequest) => Promise<Response>): Promise<Place> {
  const mock = createMock({rules, api, wait: () => Promise.resolve()});
  const server = await serveMock(mock);
  served.push(server);
  return {
    baseUrl: server.baseUrl,
    async ask(request) {
      await mock.reset();
      return ask(request);
    },
  };
}

/** Where an answer differs from what the document says of it. */
async function differences(
  operation: Operation,
  documented: OperationResponse,
  response: Response,
): Promise<string[]> {
  if (String(response.status) !== documented.status) {
    return [`the status is ${response.status}: ${await response.text()}`];
  }
  const headers = documented.headers.flatMap(({name, required, schema}) => {
    const text = response.headers.get(name);
    if (text === null) {
      return required ? [`${name} is missing`] : [];
    }
    const resolved = resolveSchema(operation, schema);
    const numeric = typeof resolved === 'object' && resolved.type === 'integer';
    return validateSchema(operation, schema, numeric ? Number(text) : text).map(
      ({message}) => `${name} ${message}`,
    );
  });
  return [...headers, ...(await bodyDifferences(operation, documented, response))];
}

async function bodyDifferences(
  operation: Operation,
  {content}: OperationResponse,
  response: Response,
): Promise<string[]> {
  const text = await response.text();
  if (content.length === 0) {
    return text === '' ? [] : ['there is a body'];
  }
  const type = response.headers.get('Content-Type') ?? '';
  const documented = content.find(candidate => candidate.type === type);
  if (!documented) {
    return [`the media type is ${type}`];
  }
  if (!type.includes('json')) {
    return text === '' ? ['the body is empty'] : [];
  }
  const value: Json = JSON.parse(text);
  return validateSchema(operation, documented.schema ?? true, value).map(
    ({pointer, message}) => `${pointer} ${message}`,
  );
}

describe.each([
  {where: 'in the page', open: inThePage},
  {where: 'over HTTP', open: () => overHttp(request => fetch(fetchRequest(request)))},
  {where: 'in a terminal', open: () => overHttp(curl)},
])('$where', ({open}) => {
  test('every operation answers with each status that the document names, as the document says', async () => {
    const {baseUrl, ask} = await open();
    const outcomes: string[] = [];
    for (const operation of api.operations) {
      for (const documented of operation.responses) {
        const request = reproductionRequest(operation, documented.reproduction, baseUrl);
        const faults = await differences(operation, documented, await ask(request));
        outcomes.push(...faults.map(fault => `${operation.id} ${documented.status}: ${fault}`));
      }
    }
    expect(outcomes).toEqual([]);
  }, 60_000);
});

test('every status but the first success has a request that causes it', () => {
  const missing = api.operations.flatMap(({id, responses}) =>
    responses
      .filter(({reproduction}, index) => index > 0 && !reproduction)
      .map(({status}) => `${id} ${status}`),
  );
  expect(missing).toEqual([]);
});
