import fc from 'fast-check';

import type {ApiRequest, Body, Credential, HeaderField, Part} from '../../../src/request/apiRequest';
import {checkRequest} from '../../../src/request/wire/checkRequest';
import {encodeAll} from '../../../src/request/percentEncoding';

/** Text that shells, quoting and encodings trip over. */
const awkward = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 12}),
  fc.string({unit: fc.constantFrom(...'\'"`$\\!%@<>&;#{}()*?~^|\n\t a1é🎉'), maxLength: 16}),
);
const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/);
const json = fc
  .jsonValue({maxDepth: 3})
  .chain(value => fc.constantFrom(JSON.stringify(value), JSON.stringify(value, null, 2)));

const fields = fc.array(fc.record({name: awkward, value: awkward}), {maxLength: 4});

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({name: token, value: awkward}),
  fc.record({name: token, value: json, mediaType: fc.constant('application/json')}),
);

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.record({type: fc.constant('none' as const)}),
  fc.record({type: fc.constant('json' as const), mediaType: fc.constant('application/json'), text: json}),
  fc.record({type: fc.constant('text' as const), mediaType: fc.constant('text/plain'), text: awkward}),
  fc.record({
    type: fc.constant('form' as const),
    mediaType: fc.constant('application/x-www-form-urlencoded'),
    fields,
  }),
  fc.record({type: fc.constant('multipart' as const), parts: fc.array(part, {minLength: 1, maxLength: 4})}),
);

const credential: fc.Arbitrary<Credential> = fc
  .tuple(
    fc.constantFrom('bearer', 'basic', 'header', 'query', 'cookie'),
    fc.constantFrom('X-Key', 'X-Token'),
    awkward.filter(isPlain),
  )
  .map(([kind, name, value]): Credential => {
    const env = 'CLOUDINDEX_API_KEY';
    switch (kind) {
      case 'header':
      case 'query':
      case 'cookie':
        return {type: 'apiKey', in: kind, name, env, value};
      case 'basic':
        return {type: 'basic', env, value: `user:${value}`};
      default:
        return {type: 'bearer', env, value};
    }
  });

/** Several keys, each from a variable of its own, of which one goes into `Authorization`. */
const credentials = fc
  .array(credential, {maxLength: 4})
  .map(list =>
    list
      .filter(({type}, index) => type === 'apiKey' || list.findIndex(one => one.type !== 'apiKey') === index)
      .map((one, index) => (index === 0 ? one : {...one, env: `${one.env}_${index + 1}`})),
  );

function isPlain(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

const headerValue = fc.stringMatching(/^[\x21-\x7e]([ -~]{0,12}[\x21-\x7e])?$/);

/** Ruby sends no name that ends with a hyphen. */
const fieldName = fc.stringMatching(/^X-[A-Za-z](?:[A-Za-z0-9-]{0,7}[A-Za-z0-9])?$/);

/** A name may repeat, also that of a key. */
const header: fc.Arbitrary<HeaderField> = fc.oneof(
  fc.record({name: fieldName, value: headerValue}),
  fc.record({name: fc.constantFrom('X-Key', 'X-Own', 'x-own'), value: headerValue}),
  fc.record({name: fc.constant('Cookie'), value: fc.stringMatching(/^[a-z]{1,4}=[\w!%]{0,4}$/)}),
);

/** Any request that a client can send, to a server of the tests. */
export function anyRequest(origin: string): fc.Arbitrary<ApiRequest> {
  return fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
      path: fc.array(
        awkward.filter(text => text.isWellFormed() && !/^\.{0,2}$/.test(text)),
        {maxLength: 3},
      ),
      query: fc.array(fc.tuple(awkward, awkward), {maxLength: 3}),
      headers: fc.array(header, {maxLength: 4}),
      credentials,
      body,
    })
    .filter(({query}) => query.flat().every(text => text.isWellFormed()))
    .map(({method, path, query, headers, credentials: keys, body: made}): ApiRequest => ({
      method,
      url:
        origin +
        ['', ...path].map(encodeAll).join('/') +
        (query.length > 0 ? `?${query.map(pair => pair.map(encodeAll).join('=')).join('&')}` : ''),
      headers,
      credentials: keys,
      body: method === 'GET' || method === 'HEAD' ? {type: 'none'} : made,
      expects: {type: 'text'},
    }))
    .filter(request => checkRequest(request).length === 0);
}
