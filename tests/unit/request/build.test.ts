import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {Operation, Parameter} from '../../../src/api/operation';
import {buildRequest} from '../../../src/request/wire/build';
import {validateValues} from '../../../src/request/form/validate';
import {parameterKey, type RequestValues} from '../../../src/request/values';

function parameter(name: string, change: Partial<Parameter> = {}): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    schema: {type: ['string', 'array', 'object']},
    examples: [],
    ...change,
  };
}

function operation(
  path: string,
  parameters: readonly Parameter[],
  change: Partial<Operation> = {},
): Operation {
  return {
    id: 'test',
    method: 'POST',
    path,
    summary: 'Test',
    deprecated: false,
    tags: [],
    parameters,
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [{url: 'https://api.test', variables: {}}],
    schemas: {},
    ...change,
  };
}

function values(parameters: RequestValues['parameters'], change: Partial<RequestValues> = {}): RequestValues {
  return {parameters, headers: [], bodies: {}, ...change};
}

const options = {baseUrl: 'https://api.test', credentials: []};

function pathOf(one: Parameter, text: string): string {
  const {request} = buildRequest(
    operation(`/{${one.name}}`, [one]),
    values({[parameterKey(one)]: text}),
    options,
  );
  return request.url.slice('https://api.test/'.length);
}

function queryOf(one: Parameter, text: string): string {
  const {request} = buildRequest(operation('/', [one]), values({[parameterKey(one)]: text}), options);
  return request.url.slice('https://api.test/'.length);
}

const list = '["blue","black","brown"]';
const object = '{"R":100,"G":200,"B":150}';

describe('the style table of OpenAPI 3.1 (§4.8.12.6)', () => {
  test.each([
    ['matrix', false, '', ';color'],
    ['matrix', false, 'blue', ';color=blue'],
    ['matrix', false, list, ';color=blue,black,brown'],
    ['matrix', false, object, ';color=R,100,G,200,B,150'],
    ['matrix', true, list, ';color=blue;color=black;color=brown'],
    ['matrix', true, object, ';R=100;G=200;B=150'],
    ['label', false, 'blue', '.blue'],
    ['label', false, list, '.blue,black,brown'],
    ['label', true, list, '.blue.black.brown'],
    ['label', true, object, '.R=100.G=200.B=150'],
    ['simple', false, list, 'blue,black,brown'],
    ['simple', false, object, 'R,100,G,200,B,150'],
    ['simple', true, object, 'R=100,G=200,B=150'],
  ] as const)('a path parameter in %s, explode %s, of %s is %s', (style, explode, text, expected) => {
    const color = parameter('color', {in: 'path', style, explode});
    if (text === '') {
      // A path without a value names nothing, whatever the style can write.
      const {problems} = buildRequest(operation('/{color}', [color]), values({'path.color': ''}), options);
      expect(problems.map(({at}) => at)).toEqual(['parameters/path/color']);
    } else {
      expect(pathOf(color, text)).toBe(expected);
    }
  });

  test.each([
    ['form', true, '', '?color='],
    ['form', true, 'blue', '?color=blue'],
    ['form', true, list, '?color=blue&color=black&color=brown'],
    ['form', true, object, '?R=100&G=200&B=150'],
    ['form', false, list, '?color=blue,black,brown'],
    ['form', false, object, '?color=R,100,G,200,B,150'],
    ['spaceDelimited', false, list, '?color=blue%20black%20brown'],
    ['spaceDelimited', false, object, '?color=R%20100%20G%20200%20B%20150'],
    ['pipeDelimited', false, list, '?color=blue%7Cblack%7Cbrown'],
    ['pipeDelimited', false, object, '?color=R%7C100%7CG%7C200%7CB%7C150'],
    ['deepObject', true, object, '?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ] as const)('a query parameter in %s, explode %s, of %s is %s', (style, explode, text, expected) => {
    expect(queryOf(parameter('color', {style, explode}), text)).toBe(expected);
  });

  test('headers go unencoded, cookies in one header', () => {
    const {request} = buildRequest(
      operation('/', [
        parameter('X-Colors', {in: 'header', style: 'simple', explode: false}),
        parameter('theme', {in: 'cookie'}),
        parameter('size', {in: 'cookie'}),
      ]),
      values({'header.X-Colors': list, 'cookie.theme': 'dark blue', 'cookie.size': 'xl'}),
      options,
    );
    expect(request.headers).toEqual([
      {name: 'X-Colors', value: 'blue,black,brown'},
      {name: 'Cookie', value: 'theme=dark%20blue; size=xl'},
    ]);
  });
});

describe('values', () => {
  test('that are left out are not sent; an empty text on purpose is', () => {
    expect(queryOf(parameter('q'), '')).toBe('?q=');
    expect(buildRequest(operation('/', [parameter('q')]), values({}), options).request.url).toBe(
      'https://api.test/',
    );
  });

  test('that are no JSON go as they were typed', () => {
    expect(queryOf(parameter('tags', {schema: {type: 'array'}}), '[red,blue]')).toBe(
      '?tags=%5Bred%2Cblue%5D',
    );
    expect(queryOf(parameter('f', {schema: {type: 'object'}, style: 'deepObject'}), '{"a": 1,')).toBe(
      '?f=%7B%22a%22%3A%201%2C',
    );
  });

  test.each([
    ['[]', {explode: true}],
    ['[]', {explode: false}],
    ['{}', {explode: false}],
    ['{}', {style: 'deepObject' as const}],
    ['[]', {in: 'header' as const, style: 'simple' as const}],
    ['[]', {in: 'cookie' as const, explode: false}],
  ])('with nothing in them are left out: %s, %j', (text, change) => {
    const one = parameter('c', {...change, schema: {type: ['array', 'object']}, required: true});
    const typed = values({[parameterKey(one)]: text});
    const {request} = buildRequest(operation('/', [one]), typed, options);
    expect([request.url, request.headers]).toEqual(['https://api.test/', []]);
    expect(validateValues(operation('/', [one]), typed)).toEqual([
      {at: `parameters/${one.in}/c`, message: 'Is required.'},
    ]);
  });

  test('keep every digit, in lists too', () => {
    const numbers = '[12345678901234567890, 1.10, 1e400]';
    expect(queryOf(parameter('n'), numbers)).toBe('?n=12345678901234567890&n=1.10&n=1e400');
  });

  test('keep reserved characters when the document allows it, but none that would end the query', () => {
    expect(queryOf(parameter('to', {allowReserved: true}), 'a/b?c=d&e#f%20g')).toBe(
      '?to=a/b?c=d%26e%23f%20g',
    );
  });

  test.each(['.', '..'])('%s cannot stand for a part of the path', text => {
    const id = parameter('id', {in: 'path', style: 'simple', explode: false});
    const {problems} = buildRequest(operation('/{id}', [id]), values({'path.id': text}), options);
    expect(problems.map(({at}) => at)).toEqual(['parameters/path/id']);
  });

  test('half of a surrogate pair is a problem at its parameter', () => {
    const {problems} = buildRequest(
      operation('/', [parameter('q')]),
      values({'query.q': 'a\ud800'}),
      options,
    );
    expect(problems.map(({at}) => at)).toEqual(['parameters/query/q']);
  });

  test('of any text arrive decoded as they were typed, in a URL that no client rewrites', () => {
    const id = parameter('id', {in: 'path', style: 'simple', explode: false, schema: {type: 'string'}});
    const q = parameter('q', {schema: {type: 'string'}});
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', minLength: 1}),
        fc.string({unit: 'grapheme'}),
        (path, query) => {
          fc.pre(path !== '.' && path !== '..' && path.isWellFormed() && query.isWellFormed());
          const {request} = buildRequest(
            operation('/{id}', [id, q]),
            values({'path.id': path, 'query.q': query}),
            options,
          );
          const url = new URL(request.url);
          expect(url.href).toBe(request.url);
          expect(decodeURIComponent(url.pathname.slice(1))).toBe(path);
          expect(url.searchParams.get('q')).toBe(query);
        },
      ),
    );
  });
});

describe('bodies', () => {
  const json = {type: 'application/json', examples: [], encoding: {}};
  const withBody = operation('/', [], {requestBody: {required: true, content: [json]}});

  test('of JSON go as they are typed, broken or not', () => {
    const text = '{"a" : 1.10, // note\n';
    const {request} = buildRequest(
      withBody,
      values({}, {mediaType: json.type, bodies: {[json.type]: {type: 'text', text}}}),
      options,
    );
    expect(request.body).toEqual({type: 'json', mediaType: 'application/json', text});
  });

  test('take the media type that the reader typed as a header', () => {
    const {request} = buildRequest(
      withBody,
      values(
        {},
        {
          mediaType: json.type,
          bodies: {[json.type]: {type: 'text', text: '<a/>'}},
          headers: [{name: 'content-type', value: 'application/xml'}],
        },
      ),
      options,
    );
    expect(request.headers).toEqual([]);
    expect(request.body).toEqual({type: 'text', mediaType: 'application/xml', text: '<a/>'});
  });

  test('of a file that is not picked are a problem', () => {
    const {problems} = buildRequest(
      withBody,
      values({}, {mediaType: 'image/png', bodies: {'image/png': {type: 'file'}}}),
      options,
    );
    expect(problems).toEqual([{at: 'body', message: 'Pick the file to send.'}]);
  });
});
