import fc from 'fast-check';
import {readdir} from 'node:fs/promises';
import {expect, test} from 'vitest';

import {directedValue} from '../../../src/api/schema/directedValue';
import {valueOf} from '../../../src/api/schema/valueOf';
import {member} from '../../../src/api/json';
import {loadApi} from '../../../src/api/document/load';
import {OpenApiDocumentError} from '../../../src/api/document/OpenApiDocumentError';
import type {Api, Json, Operation} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {toFetchRequest, UnsendableRequest} from '../../../src/client/toFetchRequest';
import type {ApiRequest} from '../../../src/request/apiRequest';
import {createMock, type Mock} from '../../../src/mock/mock';
import {responseOf} from '../../../src/api/http/documentedStatus';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {validateValues} from '../../../src/request/form/validate';
import {sampleValues} from '../../../src/request/examples/sampleValues';
import {english} from '../../../src/words';
import {exampleDocuments} from '../request/support/documentSchemas';
import {apiOf, ask, jsonOf} from './support/mockOf';

const files = new Map([['sample', new File(['text'], 'file')]]);

/** The answer to a request; none to one that no browser sends, or whose server has variables without values. */
async function answerTo(mock: Mock, request: ApiRequest): Promise<Response | undefined> {
  if (!URL.canParse(request.url, 'https://mock.invalid')) {
    return undefined;
  }
  const {pathname, search} = new URL(request.url, 'https://mock.invalid');
  try {
    const {request: sent} = toFetchRequest(
      {...request, url: `https://mock.invalid${pathname}${search}`},
      {files, signal: new AbortController().signal},
    );
    return await mock.handle(sent);
  } catch (error) {
    if (error instanceof UnsendableRequest) {
      return undefined;
    }
    throw error;
  }
}

/** What is wrong with how the mock of an API takes the product's own sample of an operation, and with what it answers. */
async function faultsOf(mock: Mock, operation: Operation): Promise<string[]> {
  // Of some schemas nobody finds a value, of others the form asks what tells their branches apart.
  if (validateValues(operation, sampleValues(operation)).some(({at}) => at.startsWith('body'))) {
    return [];
  }
  const {request} = sampleRequest(operation);
  const response = await answerTo(mock, request);
  if (!response) {
    return [];
  }
  const text = await response.text();
  if ([400, 413, 415, 422].includes(response.status) && !response.headers.has('Preference-Applied')) {
    const {errors = [{pointer: '#'}]}: {errors?: {pointer: string}[]} = JSON.parse(text);
    return errors.some(({pointer}) => !/^#\/(query|header)\//.test(pointer))
      ? [`${response.status} ${text}`]
      : [];
  }
  const documented = responseOf(operation, response.status);
  const type = response.headers.get('Content-Type');
  const schema = documented?.content.find(content => content.type === type)?.schema;
  if (schema === undefined || text === '' || type === null || !/[/+]json$/.test(type)) {
    return [];
  }
  const value: Json = JSON.parse(text);
  const faults = validateSchema(operation, schema, value, english, 'response');
  const shown = directedValue(operation, schema, value, 'response');
  return [
    ...faults
      .filter(({keyword}) => keyword === 'required')
      .map(({pointer, message}) => `${pointer} ${message}: ${text}`),
    ...(JSON.stringify(shown) === JSON.stringify(value) ? [] : [`holds what is writeOnly: ${text}`]),
  ];
}

async function allFaults(api: Api): Promise<string[]> {
  const mock = createMock({api});
  const found: string[] = [];
  for (const operation of api.operations) {
    await mock.reset();
    found.push(...(await faultsOf(mock, operation)).map(fault => `${operation.id}: ${fault}`));
  }
  return found;
}

async function documents(): Promise<readonly string[]> {
  const fixtures = (await readdir('tests/fixtures/openapi')).map(file => `tests/fixtures/openapi/${file}`);
  return ['static/openapi.yaml', ...fixtures, ...(await exampleDocuments())];
}

test('the mock takes the sample of every operation, and answers as documented', async () => {
  const faults: string[] = [];
  for (const file of await documents()) {
    const api = await loadApi(file, {strict: true}).catch((error: unknown) => {
      if (error instanceof OpenApiDocumentError) {
        return undefined;
      }
      throw error;
    });
    faults.push(...(api ? await allFaults(api) : []).map(fault => `${file} ${fault}`));
  }
  expect(faults).toEqual([]);
}, 300_000);

const text = {type: 'string'};
const id = {type: 'string', readOnly: true, example: 'd1'};
const secret = {type: 'string', writeOnly: true, example: 's3'};
const Dog = {type: 'object', required: ['id', 'name', 'secret'], properties: {id, name: text, secret}};
const dog = {$ref: '#/components/schemas/Dog'};
const full = {id: 'd1', name: 'Rex', secret: 's3'};

/** Schemas whose member `id` a request need not hold and whose `secret` no answer holds, with what is sent and answered. */
const kinds: readonly (readonly [kind: string, schema: object, sent: Json, answered: Json])[] = [
  ['a reference', dog, {name: 'Rex', secret: 's3'}, {id: 'd1', name: 'Rex'}],
  [
    'nested objects and lists',
    {type: 'object', properties: {dog, dogs: {type: 'array', items: dog}}},
    {dog: {name: 'A', secret: 's'}, dogs: [{name: 'B', secret: 's'}]},
    {dog: {id: 'd1', name: 'A'}, dogs: [{id: 'd1', name: 'B'}]},
  ],
  [
    'allOf',
    {allOf: [dog, {type: 'object', properties: {z: text}}]},
    {name: 'A', secret: 's', z: 'z'},
    {id: 'd1', name: 'A', z: 'z'},
  ],
  [
    'a mark beside what is required',
    {
      allOf: [
        {type: 'object', required: ['id', 'name'], properties: {id: text, name: text}},
        {properties: {id: {readOnly: true}}},
      ],
    },
    {name: 'A'},
    {id: 'text', name: 'A'},
  ],
  [
    'a branch of oneOf',
    {
      oneOf: [
        {...Dog, properties: {...Dog.properties, kind: {const: 'dog'}}, required: [...Dog.required, 'kind']},
        {type: 'object', required: ['kind'], properties: {kind: {const: 'cat'}, secret: text}},
      ],
    },
    {name: 'A', secret: 's', kind: 'dog'},
    {name: 'A', kind: 'dog', id: 'd1'},
  ],
  [
    'a branch in which the member goes both ways',
    {
      anyOf: [
        {type: 'object', required: ['kind'], properties: {kind: {const: 'dog'}, secret}},
        {type: 'object', required: ['kind'], properties: {kind: {const: 'cat'}, secret: text}},
      ],
    },
    {kind: 'cat', secret: 's'},
    {kind: 'cat', secret: 's'},
  ],
  [
    'a map',
    {type: 'object', additionalProperties: dog},
    {a: {name: 'A', secret: 's'}},
    {a: {id: 'd1', name: 'A'}},
  ],
  [
    'a member that is nothing but marked branches',
    {
      type: 'object',
      required: ['id', 'name'],
      properties: {id: {oneOf: [{...id}, {type: 'null'}]}, name: text},
    },
    {name: 'A'},
    {name: 'A', id: 'd1'},
  ],
];

function apiOfKind(schema: object, mediaType = 'application/json'): Api {
  const success = {description: 'Made', content: {'application/json': {schema}}};
  const one = [{name: 'id', in: 'path', required: true, schema: text}];
  const requestBody = {required: true, content: {[mediaType]: {schema}}};
  return apiOf({
    paths: {
      '/other': {post: {requestBody, responses: {'200': success}}},
      '/dogs': {
        post: {requestBody, responses: {'201': success}},
        get: {
          responses: {
            '200': {
              description: 'All',
              content: {'application/json': {schema: {type: 'array', items: schema}}},
            },
          },
        },
      },
      '/dogs/{id}': {
        parameters: one,
        get: {responses: {'200': success}},
        put: {requestBody, responses: {'200': success}},
        patch: {requestBody, responses: {'200': success}},
      },
    },
    components: {schemas: {Dog}},
  });
}

function post(value: Json, method = 'POST'): RequestInit {
  return {method, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(value)};
}

test.each(kinds)(
  'what goes one way alone by %s is not demanded of a request and not in an answer',
  async (_, schema, sent, answered) => {
    const mock = createMock({api: apiOfKind(schema)});
    expect((await ask(mock, '/other', post(sent))).status).toBe(200);
    const made = await ask(mock, '/dogs', post(sent));
    expect(made.status).toBe(201);
    const item = await jsonOf(made);
    // An item that is stored has an id of its own.
    expect(item).toMatchObject({...Object(answered), ...Object({id: member(item, 'id')})});
    expect(JSON.stringify(item).includes('secret')).toBe(JSON.stringify(answered).includes('secret'));
  },
);

test('a stored item keeps what only the server writes, and shows no secret, whatever is done to it', async () => {
  const mock = createMock({api: apiOfKind(dog)});
  const made = await jsonOf(await ask(mock, '/dogs', post({...full, id: 'mine'})));
  expect(made).toEqual({id: expect.not.stringMatching(/^mine$/), name: 'Rex'});
  const path = `/dogs/${member(made, 'id')}`;
  const replaced = await jsonOf(await ask(mock, path, post({name: 'Max', secret: 's4', id: 'mine'}, 'PUT')));
  expect(replaced).toEqual({id: member(made, 'id'), name: 'Max'});
  const changed = await jsonOf(await ask(mock, path, post({name: 'Tom', secret: 's5', id: 'mine'}, 'PATCH')));
  expect(changed).toEqual({id: member(made, 'id'), name: 'Tom'});
  expect(await jsonOf(await ask(mock, path))).toEqual(changed);
  expect(JSON.stringify(await jsonOf(await ask(mock, '/dogs')))).not.toContain('secret');
  const dynamic = await ask(mock, '/dogs', {headers: {Prefer: 'dynamic=true'}});
  expect(await dynamic.text()).not.toContain('secret');
  expect(JSON.stringify(mock.inspect().tables)).not.toMatch(/s3|s4|s5/);
  expect((await ask(mock, '/dogs', post({secret: 's'}))).status).toBe(422);
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
  'a form of %s need not hold what is readOnly',
  async mediaType => {
    const form = mediaType.startsWith('multipart') ? new FormData() : new URLSearchParams();
    form.append('name', 'A');
    const refused = await ask(apiOfKind(dog, mediaType), '/other', {method: 'POST', body: form});
    expect(await jsonOf(refused)).toMatchObject({status: 422, errors: [{pointer: '#/secret'}]});
    form.append('secret', 's');
    expect((await ask(apiOfKind(dog, mediaType), '/other', {method: 'POST', body: form})).status).toBe(200);
  },
);

test('examples that requests and answers share show in each what goes that way', async () => {
  const example = {...full};
  const api = apiOf({
    paths: {
      '/dogs': {
        post: {
          requestBody: {content: {'application/json': {schema: dog, example}}},
          responses: {'200': {description: 'Made', content: {'application/json': {schema: dog, example}}}},
        },
      },
    },
    components: {schemas: {Dog: {...Dog, example}}},
  });
  const [operation] = api.operations;
  expect(operation?.requestBody?.content[0]?.examples[0]?.value).toEqual({name: 'Rex', secret: 's3'});
  expect(operation?.responses[0]?.content[0]?.examples[0]?.value).toEqual({id: 'd1', name: 'Rex'});
  expect(
    operation && valueOf(operation, {$ref: '#/schemas/Dog'}, {direction: 'request', as: 'start'}),
  ).toEqual({name: 'Rex', secret: 's3'});
  expect(
    operation && valueOf(operation, {$ref: '#/schemas/Dog'}, {direction: 'response', as: 'example'}),
  ).toEqual({
    id: 'd1',
    name: 'Rex',
  });
});

/**
 * Schemas whose members are marked at random, through all that may stand between a value and its mark. The parts of an
 * `allOf` describe members of their own: what one of them marks deep inside a member that another describes is not seen.
 */
const marked = fc.letrec<{any: object; object: object; other: object}>(tie => ({
  any: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constant(text),
    fc.constant({type: 'integer'}),
    tie('object'),
    tie('any').map(items => ({type: 'array', items, minItems: 1})),
    fc.tuple(tie('object'), tie('other')).map(allOf => ({allOf})),
    tie('object').map(one => ({anyOf: [one, {type: 'null'}]})),
  ),
  object: objectOf(['a', 'b', 'c', 'd'], tie('any')),
  other: objectOf(['e', 'f'], tie('any')),
}));

function objectOf(names: readonly string[], member: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc
    .tuple(
      fc.dictionary(
        fc.constantFrom(...names),
        fc.tuple(member, fc.constantFrom({}, {readOnly: true}, {writeOnly: true})),
        {maxKeys: names.length},
      ),
      fc.subarray([...names]),
    )
    .map(([members, required]) => ({
      type: 'object',
      required: required.filter(name => name in members),
      properties: Object.fromEntries(
        Object.entries(members).map(([name, [schema, mark]]) => [name, {allOf: [schema], ...mark}]),
      ),
    }));
}

test('whatever is marked, the mock takes the sample and answers what fits, without what is writeOnly', async () => {
  await fc.assert(
    fc.asyncProperty(marked.object, async schema => {
      expect(await allFaults(apiOfKind(schema))).toEqual([]);
    }),
    {numRuns: 60},
  );
}, 300_000);
