import {describe, expect, test} from 'vitest';

import {createMock} from '../../../src/mock/mock';
import {apiOf, apiWith, ask, jsonOf} from './support/mockOf';

const schema = {type: 'object', properties: {id: {type: 'string'}, name: {type: 'string'}}};

function answer(description: string, ...types: readonly string[]) {
  return {description, content: Object.fromEntries(types.map(type => [type, {schema}]))};
}

test('a body is read by the closest of the media types that it lies in, whatever their order', async () => {
  const requestBody = {
    required: true,
    content: {
      '*/*': {schema: {type: 'string', format: 'binary'}},
      'application/*': {schema: {type: 'object', required: ['range']}},
      'application/json': {schema: {type: 'object', required: ['name']}},
    },
  };
  const api = apiWith({requestBody, responses: {'204': {description: 'Done'}}}, '/thing', 'post');
  const statusOf = async (type: string, body: string): Promise<number> =>
    (await ask(api, '/thing', {method: 'POST', headers: {'Content-Type': type}, body})).status;
  expect(await statusOf('application/json', '{"name":"x"}')).toBe(204);
  expect(await statusOf('application/json', '{"range":1}')).toBe(422);
  expect(await statusOf('application/x+json', '{"range":1}')).toBe(204);
  expect(await statusOf('image/png', 'bytes')).toBe(204);
});

describe('JSON of a media type of its own', () => {
  const list = {'application/vnd.x.list+json': {schema: {type: 'array', items: schema}}};
  const api = apiOf({
    paths: {
      '/things': {
        get: {responses: {'200': {description: 'Things', content: list}}},
        post: {
          requestBody: {content: {'application/json': {schema}}},
          responses: {'201': answer('Created', 'application/vnd.x.new+json')},
        },
      },
      '/things/{id}': {
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
        get: {responses: {'200': answer('A thing', 'application/json', 'application/vnd.x+json')}},
        put: {
          requestBody: {content: {'application/json': {schema}}},
          responses: {'200': answer('Replaced', 'application/vnd.x+json; charset=utf-8')},
        },
      },
      '/state': {get: {responses: {'200': answer('State', 'application/vnd.x.state+json')}}},
    },
  });
  const json = {'Content-Type': 'application/json'};

  test.each<[string, string, RequestInit]>([
    ['/things', 'application/vnd.x.list+json', {}],
    ['/things', 'application/vnd.x.new+json', {method: 'POST', headers: json, body: '{}'}],
    ['/things/id', 'application/json', {}],
    ['/things/id', 'application/vnd.x+json', {headers: {Accept: 'application/vnd.x+json'}}],
    ['/things/id', 'application/vnd.x+json; charset=utf-8', {method: 'PUT', headers: json, body: '{}'}],
    ['/state', 'application/vnd.x.state+json', {}],
  ])('%s is answered in %s', async (path, type, init) => {
    const response = await ask(api, path, init);
    expect(response.headers.get('Content-Type')).toBe(type);
    await jsonOf(response);
  });

  test('is not sent again to whoever holds it', async () => {
    const mock = createMock({api});
    const etag = (await ask(mock, '/things/id')).headers.get('ETag') ?? '';
    expect((await ask(mock, '/things/id', {headers: {'If-None-Match': etag}})).status).toBe(304);
  });
});

test.each([
  ['image/png', 200, 'image/png'],
  ['image/webp, text/html', 200, 'image/webp'],
  ['image/*', 200, 'image/png'],
  ['text/html', 406, 'application/problem+json'],
])('a documented range holds what the request accepts: %s is %i', async (accept, status, type) => {
  const content = {'image/*': {schema: {type: 'string', contentMediaType: 'image/*'}}};
  const api = apiWith({responses: {'200': {description: 'A picture', content}}});
  const response = await ask(api, '/thing', {headers: {Accept: accept}});
  expect([response.status, response.headers.get('Content-Type')]).toEqual([status, type]);
});

test.each([
  ['*/*', {id: 1}, 'application/json'],
  ['image/*', 'text', 'image/png'],
  ['text/*', 'text', 'text/plain'],
])('an example of %s is answered in a media type', async (range, value, type) => {
  const api = apiWith({
    responses: {'200': {description: 'State', content: {[range]: {examples: {one: {value}}}}}},
  });
  const response = await ask(api, '/thing', {headers: {Prefer: 'example=one'}});
  expect(response.headers.get('Content-Type')).toBe(type);
});

test('a range is no media type to answer in', async () => {
  const response = await ask(apiWith({responses: {'200': answer('State', '*/*')}}), '/thing');
  expect(response.headers.get('Content-Type')).toBe('application/json');
});

describe('what is not JSON', () => {
  async function bodyOf(type: string, content: object = {}): Promise<Uint8Array> {
    const api = apiWith({responses: {'200': {description: 'Done', content: {[type]: content}}}});
    const asked = [await ask(api, '/thing'), await ask(api, '/thing', {headers: {Prefer: 'code=200'}})];
    const [one, other] = await Promise.all(
      asked.map(async response => new Uint8Array(await response.arrayBuffer())),
    );
    expect(other).toEqual(one);
    return one ?? new Uint8Array();
  }
  const textIn = async (type: string, content?: object): Promise<string> =>
    new TextDecoder().decode(await bodyOf(type, content));

  test('is a picture where a picture is documented', async () => {
    const bytes = await bodyOf('image/png', {schema: {type: 'string', format: 'binary'}});
    expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(new TextDecoder('latin1').decode(bytes.slice(-8))).toContain('IEND');
  });

  test.each(['application/octet-stream', 'application/pdf', 'audio/mpeg'])(
    'has some bytes in %s',
    async type => {
      expect((await bodyOf(type)).length).toBeGreaterThan(0);
      expect(await textIn(type)).not.toBe('null');
    },
  );

  test.each(['text/plain', 'text/html'])('is a text in %s', async type => {
    expect(await textIn(type)).toBe('text');
  });

  test('is one event of the schema in a stream of events', async () => {
    expect(await textIn('text/event-stream', {schema})).toBe('data: {"id":"text","name":"text"}\n\n');
    expect(await textIn('text/event-stream')).toBe('data: text\n\n');
  });

  test('is the example where the document has one', async () => {
    expect(await textIn('text/csv', {example: 'id,name\n'})).toBe('id,name\n');
  });
});

test('an XML body is judged and kept as the schema says', async () => {
  const Pet = {
    type: 'object',
    xml: {name: 'pet'},
    required: ['name'],
    properties: {
      id: {type: 'string', readOnly: true},
      name: {type: 'string', minLength: 2},
      lives: {type: 'integer', xml: {attribute: true}},
    },
  };
  const sent = {required: true, content: {'application/xml': {schema: Pet}}};
  const shown = {'201': {description: 'Made', content: {'application/json': {schema: Pet}}}};
  const list = {
    '200': {description: 'All', content: {'application/json': {schema: {type: 'array', items: Pet}}}},
  };
  const api = apiOf({
    paths: {
      '/pets': {get: {responses: list}, post: {requestBody: sent, responses: shown}},
      '/pets/{id}': {
        parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string'}}],
        get: {responses: shown},
      },
    },
  });
  const send = (body: string): Promise<Response> =>
    ask(api, '/pets', {method: 'POST', headers: {'Content-Type': 'application/xml'}, body});
  const made = await send('<pet lives="9"><name>Tom</name></pet>');
  expect(made.status).toBe(201);
  expect(await jsonOf(made)).toMatchObject({name: 'Tom', lives: 9});
  const short = await send('<pet><name>T</name></pet>');
  expect(await jsonOf(short)).toMatchObject({status: 422, errors: [{pointer: '#/name'}]});
  expect((await send('<pet><name></pet>')).status).toBe(400);
});
