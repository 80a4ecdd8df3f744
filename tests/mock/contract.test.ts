import type {Server} from 'node:http';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/load';
import type {Api, Json, Operation, OperationResponse} from '../../src/api/operation';
import {resolveSchema} from '../../src/api/schema';
import {validateSchema} from '../../src/api/validateSchema';
import {createMock} from '../../src/mock/mock';
import {createMockServer} from '../../src/mock/node/server';
import {createPageMock} from '../../src/mock/page';

let api: Api;
let server: Server;

/** A place where the mock answers: a fresh one for each request, so that no test depends on another. */
type Place = (operation: Operation, init: RequestInit & {path: string}) => Promise<Response>;

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
});

afterAll(() => server.close());

const inThePage: Place = (_operation, {path, ...init}) =>
  createPageMock({api}).fetch(new Request(`https://mock.invalid/v1${path}`, init));

const overHttp: Place = async (_operation, {path, ...init}) => {
  server = createMockServer({mock: createMock({api}), log: () => {}});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}/v1${path}`, init);
  const copy = new Response(response.status === 204 ? null : await response.arrayBuffer(), response);
  server.close();
  server.closeAllConnections();
  return copy;
};

/** The request of the operation's first examples, changed as a reproduction says. */
function requestFor(operation: Operation, {reproduction}: OperationResponse): RequestInit & {path: string} {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find(candidate => candidate.name === name);
    return String(reproduction?.parameters[`path.${name}`] ?? parameter?.examples[0]?.value ?? '');
  });
  const query = Object.entries(reproduction?.parameters ?? {})
    .filter(([key]) => key.startsWith('query.'))
    .map(([key, value]) => [key.slice('query.'.length), String(value)]);
  const credential =
    reproduction?.credential === undefined
      ? operation.securitySchemes[0]?.mockCredential
      : reproduction.credential;
  const content = operation.requestBody?.content[0];
  const body = reproduction?.bodyText ?? JSON.stringify(reproduction?.body ?? content?.examples[0]?.value);
  return {
    path: `${path}${query.length > 0 ? `?${new URLSearchParams(query).toString()}` : ''}`,
    method: operation.method,
    headers: {
      ...(credential ? {Authorization: `Bearer ${credential}`} : {}),
      ...(content ? {'Content-Type': reproduction?.mediaType ?? content.type} : {}),
      ...reproduction?.headers,
    },
    ...(content ? {body} : {}),
  };
}

/** Where an answer differs from what the document says of it. */
async function differences(
  operation: Operation,
  documented: OperationResponse,
  response: Response,
): Promise<string[]> {
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
  const [content] = documented.content;
  if (!content) {
    return [...headers, ...((await response.text()) === '' ? [] : ['there is a body'])];
  }
  const mediaType = response.headers.get('Content-Type');
  const value: Json = JSON.parse(await response.text());
  return [
    ...headers,
    ...(mediaType === content.type ? [] : [`the media type is ${mediaType}`]),
    ...validateSchema(operation, content.schema ?? true, value).map(
      ({pointer, message}) => `${pointer} ${message}`,
    ),
  ];
}

describe.each([
  {where: 'in the page', place: inThePage},
  {where: 'over HTTP', place: overHttp},
])('$where', ({place}) => {
  test('every operation answers with each status that the document names, as the document says', async () => {
    const outcomes: string[] = [];
    for (const operation of api.operations) {
      for (const documented of operation.responses) {
        const response = await place(operation, requestFor(operation, documented));
        const faults =
          String(response.status) === documented.status
            ? await differences(operation, documented, response)
            : [`the status is ${response.status}`];
        outcomes.push(...faults.map(fault => `${operation.id} ${documented.status}: ${fault}`));
      }
    }
    expect(outcomes).toEqual([]);
  });

  test('every documented error has a request that causes it', () => {
    const missing = api.operations.flatMap(({id, responses}) =>
      responses
        .filter(({status, reproduction}) => status.startsWith('4') && !reproduction)
        .map(({status}) => `${id} ${status}`),
    );
    expect(missing).toEqual([]);
  });
});
