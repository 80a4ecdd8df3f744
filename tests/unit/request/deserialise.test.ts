import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {MediaType, Operation, Parameter, Schema} from '../../../src/api/operation';
import type {ApiRequest} from '../../../src/request/apiRequest';
import {buildRequest} from '../../../src/request/wire/build';
import {initialValues} from '../../../src/request/examples/initialValues';
import {isMadeFromRequest} from '../../../src/request/back/madeOperation';
import {operationFromRequest} from '../../../src/request/back/operationFromRequest';
import {validateValues} from '../../../src/request/form/validate';
import {parameterKey, type RequestValues} from '../../../src/request/values';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';

function parameter(change: Partial<Parameter>): Parameter {
  return {
    name: 'p',
    in: 'query',
    required: true,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    schema: {type: 'string'},
    examples: [],
    ...change,
  };
}

function operation(parameters: readonly Parameter[], content: readonly MediaType[] = []): Operation {
  const path = parameters.flatMap(one => (one.in === 'path' ? [`/{${one.name}}`] : [])).join('');
  return {
    id: 'test',
    method: 'POST',
    path: `/u${path}`,
    summary: 'Test',
    deprecated: false,
    tags: [],
    parameters,
    ...(content.length > 0 ? {requestBody: {required: true, content}} : {}),
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [{url: 'https://a.test', variables: {}}],
    schemas: {},
  };
}

const options = {baseUrl: 'https://a.test', credentials: []};
const empty: ApiRequest = {
  method: 'POST',
  url: 'https://a.test/u',
  headers: [],
  credentials: [],
  body: {type: 'none'},
  expects: {type: 'text'},
};

function readFrom(one: Parameter, request: Partial<ApiRequest>): RequestValues {
  return valuesFromRequest(operation([one]), {...empty, ...request});
}

const object: Schema = {type: 'object', properties: {a: {type: 'integer'}, b: {type: 'string'}}};
const integers: Schema = {type: 'array', items: {type: 'integer'}};
const strings: Schema = {type: 'array', items: {type: 'string'}};

describe('values that are read from a request', () => {
  const places: readonly Pick<Parameter, 'in' | 'style'>[] = [
    {in: 'path', style: 'simple'},
    {in: 'path', style: 'label'},
    {in: 'path', style: 'matrix'},
    {in: 'query', style: 'form'},
    {in: 'query', style: 'spaceDelimited'},
    {in: 'query', style: 'pipeDelimited'},
    {in: 'query', style: 'deepObject'},
    {in: 'header', style: 'simple'},
    {in: 'cookie', style: 'form'},
  ];
  const styles = places.flatMap(place => [true, false].map(explode => ({...place, explode})));
  const text = fc.string({unit: 'grapheme', minLength: 1, maxLength: 6}).filter(one => one.isWellFormed());
  // What these separate by, or take away, is lost in them whoever reads it.
  const lost = (one: Partial<Parameter>): RegExp =>
    one.in === 'header' || one.style === 'label'
      ? /[^A-Za-z0-9_~-]/
      : one.style === 'spaceDelimited'
        ? / /
        : one.style === 'pipeDelimited'
          ? /\|/
          : /^\.{1,2}$/;

  test.each(styles)('are those that it was made of: $in, $style, exploded $explode', change => {
    const item = text.filter(one => !lost(change).test(one));
    const kinds = fc.oneof(
      fc.tuple(fc.constant<Schema>({type: 'string'}), item),
      fc.tuple(fc.constant<Schema>({type: 'integer'}), fc.nat().map(String)),
      fc.tuple(
        fc.constant(strings),
        fc.array(item, {minLength: 1, maxLength: 3}).map(list => JSON.stringify(list)),
      ),
      fc.tuple(
        fc.constant(integers),
        fc.array(fc.nat(), {minLength: 1, maxLength: 3}).map(list => JSON.stringify(list)),
      ),
      fc.tuple(
        fc.constant(object),
        fc.record({a: fc.nat(), b: item}).map(value => JSON.stringify(value)),
      ),
    );
    fc.assert(
      fc.property(kinds, ([schema, typed]) => {
        const one = parameter({...change, schema});
        const values = {[parameterKey(one)]: typed};
        const test = operation([one]);
        const {request, problems} = buildRequest(
          test,
          {parameters: values, headers: [], bodies: {}},
          options,
        );
        fc.pre(problems.length === 0);
        expect(valuesFromRequest(test, request)).toEqual({parameters: values, headers: [], bodies: {}});
      }),
      {numRuns: 150},
    );
  });

  test('of one that is described by its content are its text', () => {
    const filter = parameter({name: 'filter', contentType: 'application/json', schema: object});
    const url = 'https://a.test/u?filter=%7B%22a%22%3A1%7D';
    expect(readFrom(filter, {url}).parameters).toEqual({'query.filter': '{"a":1}'});
  });

  test('have the types that the schema asks for', () => {
    const ids = parameter({name: 'ids', schema: integers});
    const values = readFrom(ids, {url: 'https://a.test/u?ids=1&ids=2'});
    expect(values.parameters).toEqual({'query.ids': '[1,2]'});
    expect(validateValues(operation([ids]), values)).toEqual([]);
  });

  test('lose nothing that is given twice', () => {
    expect(readFrom(parameter({name: 'q'}), {url: 'https://a.test/u?q=a&q=b&r=c'})).toMatchObject({
      parameters: {'query.q': 'a'},
      query: [
        {name: 'q', value: 'b'},
        {name: 'r', value: 'c'},
      ],
    });
  });

  test('of cookies leave the others in their header', () => {
    const sid = parameter({name: 'sid', in: 'cookie'});
    const headers = [{name: 'Cookie', value: 'theme=dark; sid=a%20b; x'}];
    expect(readFrom(sid, {headers})).toMatchObject({
      parameters: {'cookie.sid': 'a b'},
      headers: [{name: 'Cookie', value: 'theme=dark; x='}],
    });
  });

  test('of a free form take what no other parameter takes', () => {
    const free = parameter({name: 'free', schema: {type: 'object'}});
    const test = operation([free, parameter({name: 'q'})]);
    const url = 'https://a.test/u?x=1&q=a&y=2';
    expect(valuesFromRequest(test, {...empty, url}).parameters).toEqual({
      'query.free': '{"x":"1","y":"2"}',
      'query.q': 'a',
    });
  });
});

describe('fields of a form whose encoding has a style', () => {
  const content: MediaType = {
    type: 'application/x-www-form-urlencoded',
    schema: {
      type: 'object',
      properties: {metadata: {type: 'object'}, ids: strings, tags: strings, name: {type: 'string'}},
    },
    examples: [
      {name: 'example', value: {metadata: {order: '1'}, ids: ['a', 'b'], tags: ['c', 'd'], name: 'e'}},
    ],
    encoding: {metadata: {style: 'deepObject', explode: true}, ids: {style: 'form', explode: false}},
  };
  const test1 = operation([], [content]);

  test('go by it, and fit the schema as they are typed', () => {
    const values = initialValues(test1);
    expect(validateValues(test1, values)).toEqual([]);
    expect(buildRequest(test1, values, options).request.body).toMatchObject({
      fields: [
        {name: 'metadata[order]', value: '1'},
        {name: 'ids', value: 'a,b'},
        {name: 'tags', value: 'c'},
        {name: 'tags', value: 'd'},
        {name: 'name', value: 'e'},
      ],
    });
  });

  test('are read as they are typed', () => {
    const values = initialValues(test1);
    const {request} = buildRequest(test1, values, options);
    expect(valuesFromRequest(test1, request)).toEqual(values);
  });

  test('with half of a character cannot be sent', () => {
    const fields = [{name: 'ids', value: '\ud800'}];
    const values = {...initialValues(test1), bodies: {[content.type]: {type: 'fields' as const, fields}}};
    expect(buildRequest(test1, values, options).problems).toMatchObject([{at: 'body'}]);
  });
});

describe('an operation that is made of a request', () => {
  test('has every key where the request has it', () => {
    const keys = [
      {type: 'apiKey' as const, in: 'header' as const, name: 'X-Key', env: 'A', value: 'a'},
      {type: 'basic' as const, env: 'B', value: 'b:c'},
    ];
    const {security, securitySchemes} = operationFromRequest({...empty, credentials: keys});
    expect(securitySchemes).toMatchObject([
      {type: 'apiKey', in: 'header', name: 'X-Key', env: 'A'},
      {type: 'basic', env: 'B'},
    ]);
    expect(security).toEqual([securitySchemes.map(({id}) => ({scheme: id, scopes: []}))]);
  });

  test('has a list of what comes several times', () => {
    const request = {...empty, url: 'https://a.test/x?tag=a&tag=b&q=1'};
    const made = operationFromRequest(request);
    expect(buildRequest(made, valuesFromRequest(made, request), options).request.url).toBe(request.url);
  });

  test('is not taken for one of a document', () => {
    expect(isMadeFromRequest({id: 'request'})).toBe(false);
    expect(isMadeFromRequest(operationFromRequest(empty))).toBe(true);
  });
});

test.each<[string, Schema, string]>([
  ['says what others hold', {...object, additionalProperties: {type: 'integer'}}, '{"a":1,"c":2}'],
  ['lists its members alone', object, '{"a":1}'],
])('an exploded object that %s is read back with them', (_, schema, text) => {
  const one = parameter({schema});
  const {request} = buildRequest(
    operation([one]),
    {parameters: {'query.p': text}, headers: [], bodies: {}},
    options,
  );
  expect(readFrom(one, {url: request.url})).toMatchObject({parameters: {'query.p': text}});
});

test('a name that an object does not list stays a parameter of its own', () => {
  const read = readFrom(parameter({schema: object}), {url: 'https://a.test/u?a=1&c=2'});
  expect(read.parameters).toEqual({'query.p': '{"a":1}'});
  expect(read.query).toEqual([{name: 'c', value: '2'}]);
});

const multipart = (schema: Schema, encoding: MediaType['encoding'] = {}): MediaType => ({
  type: 'multipart/form-data',
  schema,
  encoding,
  examples: [{name: 'example', value: {props: {a: 1}, tags: ['x', 'y']}}],
});

test.each<[string, MediaType['encoding'], string | undefined]>([
  ['JSON', {}, 'application/json'],
  ['what its encoding says', {props: {contentType: 'application/vnd.a+json'}}, 'application/vnd.a+json'],
])('a part that is an object goes as %s, and texts without a type', (_, encoding, expected) => {
  const schema: Schema = {type: 'object', properties: {props: object, tags: strings}};
  const one = operation([], [multipart(schema, encoding)]);
  const {request} = buildRequest(one, initialValues(one), options);
  expect(request.body.type === 'multipart' && request.body.parts).toEqual([
    {name: 'props', value: '{"a":1}', mediaType: expected},
    {name: 'tags', value: 'x'},
    {name: 'tags', value: 'y'},
  ]);
});
