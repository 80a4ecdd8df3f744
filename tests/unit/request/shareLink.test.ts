import {randomBytes} from 'node:crypto';
import fc from 'fast-check';
import {beforeAll, expect, onTestFinished, test, vi} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {initialValues} from '../../../src/request/examples/initialValues';
import {readShareLink, shareLink} from '../../../src/request/share/shareLink';
import type {RequestValues} from '../../../src/request/values';

let operation: Operation;

beforeAll(async () => {
  const {operations} = await loadApi('static/openapi.yaml');
  operation = operations.find(({id}) => id === 'createUser') ?? expect.fail('there is no createUser');
});

const text = fc.string({unit: 'grapheme', maxLength: 40});
const field = fc.record({name: fc.constantFrom('X-A', 'Accept', 'é'), value: text});
const anyValues: fc.Arbitrary<RequestValues> = fc.record({
  parameters: fc.dictionary(text, text),
  headers: fc.array(field, {maxLength: 3}),
  mediaType: fc.constant('application/json'),
  bodies: fc.record({'application/json': fc.record({type: fc.constant('text' as const), text})}),
});

test('a link gives back the values that it was made of', async () => {
  await fc.assert(
    fc.asyncProperty(anyValues, async values => {
      const link = await shareLink(operation, values, 'https://a.test/v1');
      const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
      expect(read).toMatchObject({type: 'shared', shared: {values, server: 'https://a.test/v1'}});
    }),
  );
});

test('a browser that cannot compress is told, and nothing is thrown', async () => {
  const link = await shareLink(operation, initialValues(operation));
  vi.stubGlobal('CompressionStream', undefined);
  vi.stubGlobal('DecompressionStream', undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(await shareLink(operation, initialValues(operation))).toEqual({type: 'unsupported'});
  const fragment = link.type === 'link' ? link.fragment : '';
  expect(await readShareLink(fragment)).toEqual({type: 'broken', why: 'unsupported'});
});

test('any fragment is read or refused, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({unit: 'binary'}), async fragment => {
      expect(['shared', 'broken']).toContain((await readShareLink(`#try=1.x.${fragment}`)).type);
      expect(['shared', 'broken']).toContain((await readShareLink(fragment)).type);
    }),
  );
});

test('a link to an operation with dots in its id opens that operation', async () => {
  const values = {...initialValues(operation), headers: [{name: 'X-A', value: 'here'}]};
  const link = await shareLink({...operation, id: 'users.create.v2'}, values);
  const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
  expect(read).toMatchObject({shared: {operation: 'users.create.v2', values}});
});

test.each(['header.X-Api-Key', 'cookie.session', 'query.access_token', 'path.token'])(
  'the parameter %s of the document is left out, and named',
  async key => {
    const values = {...initialValues(operation), parameters: {[key]: 'hush', 'query.limit': '5'}};
    const link = await shareLink(operation, values);
    expect(link).toMatchObject({leftOut: [key.replace(/^\w+\./, '')]});
    const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
    expect(read).toMatchObject({shared: {values: {parameters: {'query.limit': '5'}}}});
    expect(JSON.stringify(read)).not.toContain('hush');
  },
);

test.each(['page_token', 'nextToken', 'max_tokens'])('%s is no key and stays', async name => {
  const parameters = {[`query.${name}`]: 'here'};
  const link = await shareLink(operation, {...initialValues(operation), parameters});
  const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
  expect(read).toMatchObject({shared: {values: {parameters}}});
});

test.each(['Authorization', 'x-api-key', 'Cookie', 'X-Auth-Token', 'session', 'client_secret'])(
  'a header or query parameter named %s is left out, and named',
  async name => {
    const values = {
      ...initialValues(operation),
      headers: [{name, value: 'hush'}],
      query: [{name, value: 'hush'}],
    };
    const link = await shareLink(operation, values);
    expect(link).toMatchObject({type: 'link', leftOut: [name, name]});
    const read = link.type === 'link' ? await readShareLink(link.fragment) : undefined;
    expect(JSON.stringify(read)).not.toContain('hush');
  },
);

test('a request that does not fit into a link is refused', async () => {
  const values = {
    ...initialValues(operation),
    headers: [{name: 'X-A', value: randomBytes(40_000).toString('hex')}],
  };
  expect(await shareLink(operation, values)).toMatchObject({type: 'too-long'});
});
