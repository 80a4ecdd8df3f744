import fc from 'fast-check';
import {expect, test} from 'vitest';

import type {Operation, Parameter, Schema} from '../../../src/api/operation';
import {exchangeAsMarkdown} from '../../../src/client/exchangeAsMarkdown';
import {storedHistory, withEntry} from '../../../src/client/history';
import {buildRequest} from '../../../src/request/wire/build';
import {isSecretName, type SecretPlace} from '../../../src/request/secrets/secretRules';
import {readShareLink, shareLink} from '../../../src/request/share/shareLink';
import type {BodyValues, RequestValues} from '../../../src/request/values';
import {withoutSecrets} from '../../../src/request/secrets/withoutSecrets';
import {generateSnippet} from '../../../src/snippets';

const account: Schema = {
  type: 'object',
  properties: {
    name: {type: 'string'},
    pin: {type: 'string', format: 'password'},
    answer: {$ref: '#/schemas/Answer'},
    history: {type: 'array', items: {$ref: '#/schemas/Answer'}},
    sort_key: {type: 'string', enum: ['name', 'date']},
    method: {
      oneOf: [{type: 'object', properties: {card: {type: 'string', writeOnly: true}}}, {type: 'null'}],
    },
  },
};

const parameter = (where: Parameter['in'], name: string, schema: Schema = {type: 'string'}): Parameter => ({
  ...{name, in: where, schema, required: false, deprecated: false, allowReserved: false, examples: []},
  ...{allowEmptyValue: false, explode: true, style: where === 'query' ? 'form' : 'simple'},
});

const operation: Operation = {
  ...{id: 'logIn', method: 'POST', path: '/log-in/{token}', summary: 'Log in', deprecated: false, tags: []},
  ...{responses: [], security: [], servers: [{url: 'https://a.test', variables: {}}]},
  parameters: [
    parameter('path', 'token'),
    parameter('header', 'X-Tenant'),
    parameter('query', 'shade', {type: 'string', writeOnly: true}),
    {...parameter('query', 'filter', account), style: 'deepObject'},
  ],
  requestBody: {
    required: true,
    content: [
      {
        type: 'application/json',
        schema: account,
        examples: [{name: 'default', value: {name: 'Ada', pin: 'documented-pin'}}],
        encoding: {},
      },
      {type: 'application/x-www-form-urlencoded', schema: account, examples: [], encoding: {}},
      {type: 'multipart/form-data', schema: account, examples: [], encoding: {}},
      {type: 'application/xml', examples: [], encoding: {}},
    ],
  },
  securitySchemes: [
    {id: 'tenant', type: 'apiKey', in: 'header', name: 'x-tenant', env: 'TENANT', mockCredential: ''},
  ],
  schemas: {Answer: {type: 'string', writeOnly: true}},
};

const nothing: RequestValues = {parameters: {}, headers: [], bodies: {}};
const json = (value: unknown): RequestValues =>
  body('application/json', {type: 'text', text: JSON.stringify(value)});

function body(type: string, typed: BodyValues): RequestValues {
  return {...nothing, mediaType: type, bodies: {[type]: typed}};
}

function fields(type: string, ...named: readonly string[]): RequestValues {
  return body(type, {type: 'fields', fields: named.map(name => ({name, value: hush}))});
}

const hush = 'hush-hush';

const secretNames = [
  ...['Ocp-Apim-Subscription-Key', 'X-Functions-Key', 'DD-APPLICATION-KEY', 'X-Auth', 'X-JWT-Assertion'],
  ...['X-Signature', 'Passphrase', 'key', 'code', 'auth', 'sig', 'jwt', 'apikey', 'X-MBX-APIKEY', 'userKey'],
  ...[
    'clientSecret',
    'client_secret',
    'clientsecret',
    'OAuthToken',
    'JSESSIONID',
    'session_id',
    'newPassword2',
  ],
  ...[
    'password_confirmation',
    'X-Hub-Signature-256',
    'X-Amz-Credential',
    'user[password]',
    'login.passphrase',
  ],
  ...['authorization_code', 'otpCode', 'XAPIKey', 'Proxy-Authorization', 'aws.SecretAccessKey', 'PHPSESSID'],
];

test.each(secretNames)('%s names a secret in headers, queries, cookies and forms', name => {
  for (const place of ['header', 'query', 'cookie', 'form'] as const) {
    expect(isSecretName(name, place)).toBe(true);
  }
});

test.each([
  ...[
    'zip_code',
    'country_code',
    'postcode',
    'statusCode',
    'monkey',
    'turkey',
    'keyboard',
    'hotkey',
    'primary_key',
  ],
  ...[
    'sort_key',
    'sortKey',
    'public_key',
    'key_id',
    'Idempotency-Key',
    'author',
    'authority',
    'design',
    'assign',
  ],
  ...[
    'page_token',
    'nextPageToken',
    'pagetoken',
    'max_tokens',
    'token_type',
    'cursor',
    'possession',
    'barcode',
  ],
  ...[
    'secretary',
    'signature_method',
    'code_challenge',
    'passport',
    'sessions',
    'Signature-Input',
    'If-None-Match',
  ],
])('%s names none', name => {
  for (const place of ['header', 'query', 'cookie', 'path', 'form', 'json'] as const) {
    expect(isSecretName(name, place)).toBe(false);
  }
});

test.each<[string, SecretPlace, boolean]>([
  ['code', 'json', false],
  ['key', 'json', false],
  ['key', 'path', false],
  ['code', 'path', false],
  ['api_key', 'json', true],
  ['recovery_code', 'json', true],
  ['signature', 'json', true],
  ['access_key', 'path', true],
])('%s in a %s is a secret: %s', (name, place, expected) => {
  expect(isSecretName(name, place)).toBe(expected);
});

const places: readonly (readonly [string, RequestValues, string])[] = [
  [
    'a parameter that a security scheme names',
    {...nothing, parameters: {'header.X-Tenant': hush}},
    'X-Tenant',
  ],
  ['a parameter that is writeOnly', {...nothing, parameters: {'query.shade': hush}}, 'shade'],
  ['a key in the path', {...nothing, parameters: {'path.token': hush}}, 'token'],
  [
    'a member of a deep object',
    {...nothing, parameters: {'query.filter': `{"pin":"${hush}"}`}},
    'filter.pin',
  ],
  ['a header', {...nothing, headers: [{name: 'X-Auth', value: hush}]}, 'X-Auth'],
  ['a query', {...nothing, query: [{name: 'sig', value: hush}]}, 'sig'],
  ['format: password', json({name: 'Ada', pin: hush}), 'pin'],
  ['a number in its place', json({pin: 770_077_007}), 'pin'],
  ['writeOnly by reference', json({answer: hush}), 'answer'],
  ['writeOnly items', json({history: ['', hush]}), 'history'],
  ['writeOnly within a choice', json({method: {card: hush}}), 'method.card'],
  ['a member that no schema names', json({deep: [{clientSecret: hush}]}), 'deep.clientSecret'],
  ['what is in credentials', json({credentials: {user: hush}}), 'credentials.user'],
  [
    'JSON with comments',
    body('application/json', {type: 'text', text: `{"pin": "${hush}" /* mine */}`}),
    'pin',
  ],
  [
    'JSON that is not finished',
    body('application/json', {type: 'text', text: `{"pin": "${hush}", `}),
    'application/json',
  ],
  [
    'JSON broken before the secret',
    body('application/json', {type: 'text', text: `{"a" 1} {"api_key": "${hush}"}`}),
    'application/json',
  ],
  [
    'XML',
    body('application/xml', {type: 'text', text: `<a><password>${hush}</password></a>`}),
    'application/xml',
  ],
  ['an urlencoded field', fields('application/x-www-form-urlencoded', 'pin'), 'pin'],
  ['a repeated field', fields('application/x-www-form-urlencoded', 'history', 'history'), 'history'],
  ['a multipart field', fields('multipart/form-data', 'client_secret'), 'client_secret'],
  ['a field with brackets', fields('multipart/form-data', 'method[card]'), 'method[card]'],
];

test.each(places)('%s is left out, and named', (_, values, name) => {
  const {values: kept, secrets} = withoutSecrets(values, operation);
  expect(JSON.stringify(kept)).not.toMatch(/hush|770077007/);
  expect(new Set(secrets.map(secret => secret.name))).toEqual(new Set([name]));
});

test.each([
  'sk_live_51Habcdef',
  'ghp_abcdefghij1234567890',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk',
  '9f86d081884c7d659a2feaa0c55ad015',
  'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9aB3dE',
  'Bearer abcdef',
])('a value that looks like a key is left out wherever it was typed: %s', value => {
  const typed: RequestValues = {...json({note: value}), headers: [{name: 'X-Note', value}]};
  expect(JSON.stringify(withoutSecrets(typed, operation).values)).not.toContain(value);
});

test.each([
  '550e8400-e29b-41d4-a716-446655440000',
  'a-long-slug-of-words-with-2024-in-it-and-more',
  'MyVeryLongNameOfAClassForVersion2Handlers3',
  'https://example.com/a/long/path/of/2024/11/28',
  '1234567890123456789012345678901234567890',
])('a value that only is long stays: %s', value => {
  expect(withoutSecrets(json({note: value}), operation).secrets).toEqual([]);
});

test('ids, sums, cursors and idempotency keys stay, however random', () => {
  const value = '9f86d081884c7d659a2feaa0c55ad015';
  const names = ['file_id', 'sha256', 'cursor', 'If-Match', 'Idempotency-Key', 'page_token'];
  const values = {...nothing, headers: names.map(name => ({name, value}))};
  expect(withoutSecrets(values, operation)).toEqual({values, secrets: []});
});

test('what the document itself gives stays, what was typed in its place does not', () => {
  const documented = json({name: 'Ada', pin: 'documented-pin', sort_key: 'date'});
  expect(withoutSecrets(documented, operation)).toEqual({values: documented, secrets: []});
  expect(withoutSecrets(json({pin: hush, name: 'documented-pin'}), operation).values).toEqual({
    ...documented,
    bodies: {'application/json': {type: 'text', text: '{"name":"documented-pin"}'}},
  });
});

test('all else of a body stays as it is written', () => {
  const text = '{\n  // mine\n  "id": 12345678901234567890,\n  "pin": "hush",\n  "name": "Ada"\n}';
  const {values} = withoutSecrets(body('application/json', {type: 'text', text}), operation);
  expect(values.bodies['application/json']).toEqual({
    type: 'text',
    text: '{\n  // mine\n  "id": 12345678901234567890,\n  "name": "Ada"\n}',
  });
});

test('a hundred secrets are taken out of a body one by one; with more the whole stays behind', () => {
  const users = (count: number): RequestValues =>
    json(Array.from({length: count}, (_, index) => ({name: `user-${index}`, password: `${hush}-${index}`})));
  const hundred = withoutSecrets(users(100), operation);
  expect(hundred.secrets).toHaveLength(100);
  expect(JSON.stringify(hundred.values)).toContain('user-99');
  expect(JSON.stringify(hundred.values)).not.toContain(hush);
  const more = withoutSecrets(users(101), operation);
  expect(more.secrets).toHaveLength(1);
  expect(JSON.stringify(more.values)).not.toContain('user-0');
});

test('a link names what was left out of it', async () => {
  const link = await shareLink(operation, json({name: 'Ada', pin: hush, history: [hush, hush]}));
  const read = link.type === 'link' ? await readShareLink(link.fragment, operation) : undefined;
  expect(read).toMatchObject({shared: {leftOut: ['pin', 'history']}});
});

test('the path of a history entry names a key in it instead of holding it', () => {
  const [entry] = withEntry([], {
    ...{id: '1', time: 1, operation: 'logIn', method: 'POST', server: 'a', serverId: 'a'},
    ...{
      path: `/log-in/${hush}`,
      outcome: {type: 'aborted'},
      values: {...nothing, parameters: {'path.token': hush}},
    },
  });
  expect(entry?.path).toBe('/log-in/{token}');
});

const marker = fc
  .string({unit: fc.constantFrom(...`abcXYZ019'"\\ $&<+/%`), minLength: 8, maxLength: 40})
  .filter(text => text.trim() === text)
  .map(text => `hush${text}`);
const bodyNames = secretNames.filter(name => isSecretName(name, 'json') && /^[\w-]+$/.test(name));

/** Values with the marker typed in one place of a secret. */
const withMarker = fc
  .tuple(marker, fc.constantFrom(...secretNames), fc.constantFrom(...bodyNames))
  .chain(([value, name, member]) =>
    fc.record({
      value: fc.constant(value),
      values: fc.constantFrom<RequestValues>(
        {...nothing, parameters: {'path.token': value}},
        {...nothing, parameters: {'query.shade': value}},
        {...nothing, parameters: {'query.filter': JSON.stringify({[member]: value})}},
        {...nothing, query: [{name, value}]},
        {...nothing, headers: [{name: name.replace(/[[\]]/g, '-'), value}]},
        json({[member]: value}),
        json({pin: value, answer: value, history: [value]}),
        json({list: [{[member]: [value]}]}),
        body('application/x-www-form-urlencoded', {type: 'fields', fields: [{name, value}]}),
        body('multipart/form-data', {type: 'fields', fields: [{name, value}]}),
      ),
    }),
  );

test('no secret gets into a link, the history, the storage or a copy', async () => {
  await fc.assert(
    fc.asyncProperty(withMarker, async ({value, values}) => {
      const {values: stored, secrets} = withoutSecrets(values, operation);
      const link = await shareLink(operation, values);
      const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
      const {request} = buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []});
      const history = withEntry(
        [],
        {
          ...{id: '1', time: 1, operation: 'logIn', method: 'POST', server: 'a', serverId: 'a', values},
          ...{path: new URL(request.url).pathname, outcome: {type: 'aborted'}},
        },
        operation,
      );
      const text = JSON.stringify({echo: value});
      const markdown = exchangeAsMarkdown({
        ...{request, secrets, curl: generateSnippet(request, 'curl')},
        result: {
          ...{type: 'response', status: 200, statusText: 'OK', url: request.url, headers: [], notes: []},
          ...{firstByteMs: 1, durationMs: 2, size: text.length, body: {bytes: new Uint8Array(), text}},
        },
      });
      expect(`${JSON.stringify([stored, read])}${storedHistory(history, true)}${markdown}`).not.toContain(
        'hush',
      );
    }),
  );
});
