// First: it counts in what is loaded after it.
import {stepsOf} from '../../support/steps';
import {deflateRawSync} from 'node:zlib';
import {beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Json, Operation, Schema} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {initialValues} from '../../../src/request/examples/initialValues';
import {validateValues} from '../../../src/request/form/validate';
import {withoutSecrets} from '../../../src/request/secrets/withoutSecrets';
import {readShareLink} from '../../../src/request/share/shareLink';
import type {ApiRequest} from '../../../src/request/apiRequest';
import {operationFromRequest} from '../../../src/request/back/operationFromRequest';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {chosenBody, type RequestValues} from '../../../src/request/values';
import {buildRequest} from '../../../src/request/wire/build';
import {LONGEST_QUERY, type SearchEntry} from '../../../src/siteSearch/entry';
import {createSearch} from '../../../src/siteSearch/search';
import {generateSnippet, languages} from '../../../src/snippets';
import {parseSnippet} from '../../../src/snippets/parse';

let operation: Operation;

beforeAll(async () => {
  const {operations} = await loadApi('static/openapi.yaml');
  operation = operations.find(({id}) => id === 'createUser') ?? expect.fail('there is no createUser');
});

/** Does the work for an input of a size and of twice that size, and says how the steps grew. */
async function growth(size: number, work: (size: number) => unknown): Promise<number> {
  await work(size);
  const once = await stepsOf(() => work(size));
  const twice = await stepsOf(() => work(2 * size));
  expect(once).toBeGreaterThan(size);
  return twice / once;
}

/** Twice the work, and some for what sorts, hashes or was not counted; work that grows with the square takes four times. */
const LINEAR = 3;

const numbers = (count: number): readonly number[] => Array.from({length: count}, (_, index) => index);

function withHeaders(count: number): RequestValues {
  const headers = numbers(count).map(index => ({name: `X-${index}`, value: 'v'}));
  return {...initialValues(operation), headers};
}

function requestWithHeaders(count: number) {
  return buildRequest(operation, withHeaders(count), {baseUrl: 'https://a.test', credentials: []}).request;
}

function withBody(count: number): RequestValues {
  const text = JSON.stringify({email: 'a@b.c', name: 'A', metadata: {a: numbers(count)}});
  return {...initialValues(operation), bodies: {'application/json': {type: 'text', text}}};
}

describe('twice the input is at most about twice the work', () => {
  test('in judging a body of unknown keys', async () => {
    const bodies = new Map(
      [1500, 3000].map(size => [size, Object.fromEntries(numbers(size).map(index => [`k${index}`, 1]))]),
    );
    const schema = operation.requestBody?.content[0]?.schema ?? true;
    expect(
      await growth(1500, size => validateSchema(operation, schema, bodies.get(size) ?? null)),
    ).toBeLessThan(LINEAR);
  });

  test('in judging a list that may not repeat an item, of which a long one is left to the server', async () => {
    const list = (size: number): readonly Json[] => numbers(size).map(index => ({index}));
    const lists = new Map([2000, 4000].map(size => [size, list(size)]));
    const judge = (value: readonly Json[]) =>
      validateSchema(operation, {uniqueItems: true, items: {required: ['index']}}, value);
    expect(await growth(2000, size => judge(lists.get(size) ?? []))).toBeLessThan(LINEAR);
    expect(judge([...list(900), {index: 1}])).toHaveLength(1);
    expect(judge([...list(2000), {}])).toMatchObject([{pointer: '#/2000/index'}]);
  });

  test('in looking for secrets in thousands of headers', async () => {
    const values = new Map([1000, 2000].map(size => [size, withHeaders(size)]));
    expect(
      await growth(1000, size => withoutSecrets(values.get(size) ?? withHeaders(size), operation)),
    ).toBeLessThan(LINEAR);
  });

  test.each(languages.map(({id}) => id))('in printing thousands of headers as %s', async language => {
    const requests = new Map([1000, 2000].map(size => [size, requestWithHeaders(size)]));
    expect(
      await growth(1000, size => generateSnippet(requests.get(size) ?? requestWithHeaders(size), language)),
    ).toBeLessThan(LINEAR);
  });

  test('in judging, cleaning and building a body of thousands of items', async () => {
    const work = (size: number): void => {
      const values = withBody(size);
      validateValues(operation, values);
      withoutSecrets(values, operation);
      buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []});
    };
    expect(await growth(4000, work)).toBeLessThan(LINEAR);
  });

  test.each(['node', 'python'] as const)(
    'in reading %s with a body of thousands of items',
    async language => {
      const code = (size: number): string =>
        generateSnippet(
          buildRequest(operation, withBody(size), {baseUrl: 'https://a.test', credentials: []}).request,
          language,
        );
      const codes = new Map([1000, 2000].map(size => [size, code(size)]));
      const read = async (size: number): Promise<void> => {
        // What was read last is kept, and only what differs from it is parsed.
        await parseSnippet('', language);
        await parseSnippet(codes.get(size) ?? '', language);
      };
      expect(await growth(1000, read)).toBeLessThan(LINEAR);
    },
  );
});

const FORM = 'application/x-www-form-urlencoded';

function pastedRequest(part: Partial<ApiRequest>): ApiRequest {
  return {
    method: 'POST',
    url: 'https://a.test/',
    headers: [],
    credentials: [],
    body: {type: 'none'},
    expects: {type: 'text'},
    ...part,
  };
}

function withQuery(count: number, nameOf: (index: number) => string): string {
  return `https://a.test/?${numbers(count)
    .map(index => `${nameOf(index)}=1`)
    .join('&')}`;
}

function fields(count: number) {
  return numbers(count).map(index => ({name: 'n', value: String(index)}));
}

function otherFields(count: number) {
  return numbers(count).map(index => ({name: `n${index}`, value: ''}));
}

/** Commands of a shape that is repeated so many times. */
const commands: readonly (readonly [string, (times: number) => string])[] = [
  ['headers', times => `curl https://a.test ${'-H a:1 '.repeat(times)}`],
  [
    'parts',
    times =>
      `curl https://a.test ${numbers(times)
        .map(index => `-F 'n${index}=v' \\\n`)
        .join('')}`,
  ],
  ['variables', times => `curl https://a.test -d "${'$A'.repeat(times)}"`],
  ['switches in one word', times => `curl https://a.test -${'s'.repeat(times)}`],
  ['fields', times => `curl https://a.test ${'-d a=1 '.repeat(times)}`],
  ['URLs', times => `curl ${'https://a.test '.repeat(times)}`],
  ['brackets that stay open', times => `curl https://a.test ${'$('.repeat(times)}`],
  ['lines of a here-document', times => `curl https://a.test -d @- <<E\n${'a\n'.repeat(times)}E`],
  ['carets', times => `curl ^"https://a.test^" -d ^"${'^\\^"'.repeat(times)}^"`],
  ['back-ticks', times => `curl.exe 'https://a.test' -d "${'`"'.repeat(times)}"`],
  [
    'members of a table',
    times =>
      `irm https://a.test -Body @{${numbers(times)
        .map(one => `a${one}=1;`)
        .join('')}}`,
  ],
];

test.each(commands)('twice the %s of a command are at most about twice the work', async (_, command) => {
  const texts = new Map([2000, 4000].map(size => [size, command(size)]));
  expect(await growth(2000, size => parseSnippet(texts.get(size) ?? '', 'curl'))).toBeLessThan(LINEAR);
});

/** What is pasted of a shape that is repeated so many times, for a form that the document does not know. */
const pasted: readonly (readonly [string, (times: number) => ApiRequest])[] = [
  ['names of a query', times => pastedRequest({url: withQuery(times, index => `n${index}`)})],
  ['values of a query', times => pastedRequest({url: withQuery(times, () => 'n')})],
  [
    'fields of a form',
    times => pastedRequest({body: {type: 'form', mediaType: FORM, fields: fields(times)}}),
  ],
];

test.each(pasted)(
  'twice the %s in a pasted request are at most about twice the work',
  async (_, pastedOf) => {
    const requests = new Map([2000, 4000].map(size => [size, pastedOf(size)]));
    const work = (size: number): void => {
      const request = requests.get(size) ?? expect.fail();
      const made = operationFromRequest(request);
      const values = valuesFromRequest(made, request);
      validateValues(made, values);
      withoutSecrets(values, made);
      buildRequest(made, values, {baseUrl: 'https://a.test', credentials: []});
    };
    expect(await growth(2000, work)).toBeLessThan(LINEAR);
  },
);

test('twice the fields of a form that the document describes are at most about twice the work', async () => {
  const described: Operation = {
    ...operation,
    requestBody: {
      required: true,
      content: [
        {
          type: FORM,
          schema: {properties: {n: {type: 'array'}}},
          examples: [],
          encoding: {n: {explode: true}},
        },
      ],
    },
  };
  const requests = new Map(
    [1000, 2000].map(size => [
      size,
      pastedRequest({body: {type: 'form', mediaType: FORM, fields: [...fields(size), ...otherFields(size)]}}),
    ]),
  );
  const read = (size: number) => {
    const values = valuesFromRequest(described, requests.get(size) ?? expect.fail());
    validateValues(described, values);
    return values;
  };
  expect(chosenBody(read(1000))).toMatchObject({fields: {length: 2000}});
  expect(await growth(1000, read)).toBeLessThan(LINEAR);
});

describe('what has a bound', () => {
  test('more faults than a call has room for are told as far as the first ones', () => {
    const metadata = Object.fromEntries(numbers(140_000).map(index => [`k${index}`, 1]));
    const schema: Schema = {
      properties: {last: {type: 'string'}, metadata: {additionalProperties: {type: 'string'}}},
      required: ['last'],
    };
    const faults = validateSchema(operation, schema, {metadata, last: 'a'});
    expect(faults.length).toBeGreaterThan(100);
    expect(faults.every(({pointer}) => pointer.startsWith('#/metadata/'))).toBe(true);
    expect(validateSchema(operation, {properties: {metadata: {required: ['k139999']}}}, {metadata})).toEqual(
      [],
    );
  });

  test('an address is judged as such, not tried in ever more ways', () => {
    const judge = (text: string) => validateSchema(operation, {format: 'url'}, text);
    expect(judge('https://example.com/a?b')).toEqual([]);
    expect(judge('example.com')).toHaveLength(1);
    expect(judge(`http://${'a'.repeat(5000)}! b`)).toHaveLength(1);
  });

  test('a link longer than this site makes is refused before it is unpacked', async () => {
    const link = (count: number): string => {
      const shared = {fingerprint: '', values: withHeaders(count), leftOut: []};
      return `#try=1.createUser.${deflateRawSync(JSON.stringify(shared)).toString('base64url')}`;
    };
    expect(link(4000).length).toBeLessThan(30_000);
    expect((await readShareLink(link(4000), operation)).type).toBe('shared');
    expect(link(16_000).length).toBeGreaterThan(30_000);
    expect(await readShareLink(link(16_000), operation)).toEqual({type: 'broken', why: 'too-large'});
  });

  test('a program that does thousands of things to one request is refused with a reason', async () => {
    const refused = await parseSnippet(generateSnippet(requestWithHeaders(2000), 'go'), 'go');
    expect(JSON.stringify(refused)).toContain('too many steps');
    const few = await parseSnippet(generateSnippet(requestWithHeaders(100), 'go'), 'go');
    expect(few).toMatchObject({request: {headers: {length: 100}}});
  });

  test('a question of 100,000 characters is read as far as a question goes', async () => {
    const entry: SearchEntry = {
      kind: 'section',
      url: '/users',
      title: 'Users',
      page: 'Users',
      text: 'All users',
    };
    const {find: search} = createSearch([entry]);
    const question = 'users '.repeat(20_000);
    expect(search(question)).toEqual([{kind: 'best', results: [entry]}]);
    const steps = await stepsOf(() => search(question));
    expect(steps).toBeLessThan(2 * (await stepsOf(() => search(question.slice(0, LONGEST_QUERY)))));
  });
});
