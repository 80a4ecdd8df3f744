import {deflateRawSync} from 'node:zlib';
import fc from 'fast-check';

import type {Language} from '../../../../src/snippets';
import type {RequestValues} from '../../../../src/request/values';

/** Letters, quotes, brackets, controls and half characters: what texts break on. */
const text = fc.oneof(
  fc.string({maxLength: 40}),
  fc.string({unit: 'binary', maxLength: 40}),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '</script>',
    '%E0%A4%A',
    '\ud800',
    '"',
    "'",
    '\\',
    '${x}',
    '\r\n',
    '-',
  ),
);
const row = fc.record({name: text, value: text});
const file = fc.record({id: text, name: text});
const body = fc.oneof(
  fc.record({type: fc.constant('text' as const), text: fc.oneof(text, fc.json())}),
  fc.record({
    type: fc.constant('fields' as const),
    fields: fc.array(fc.oneof(row, fc.record({name: text, file})), {maxLength: 4}),
  }),
  fc.record({type: fc.constant('file' as const), file}),
);
const mediaType = fc.oneof(
  fc.constantFrom('application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'),
  text,
);

export const anyValues: fc.Arbitrary<RequestValues> = fc
  .record({
    parameters: fc.dictionary(fc.oneof(text, fc.constantFrom('query.limit', 'path.user_id')), text, {
      maxKeys: 4,
    }),
    query: fc.array(row, {maxLength: 4}),
    headers: fc.array(row, {maxLength: 4}),
    mediaType,
    bodies: fc.dictionary(mediaType, body, {maxKeys: 3}),
  })
  .map(values => ({...values, bodies: {...values.bodies}}));

/** Fragments: of any text, of a link that was cut or changed, and of one whose content is anything. */
export const anyFragment: fc.Arbitrary<string> = fc.oneof(
  text,
  text.map(data => `#try=1.createUser.${data}`),
  fc
    .tuple(
      fc.oneof(
        fc.json(),
        anyValues.map(values => JSON.stringify({values, leftOut: []})),
      ),
      fc.nat(),
      fc.boolean(),
    )
    .map(([content, cut, isCut]) => {
      const data = deflateRawSync(content).toString('base64url');
      return `#try=1.createUser.${isCut ? data.slice(0, cut % data.length) : data}`;
    }),
);

export const SECRET = 'hush-hush-7f3a';

/** Values with one secret, at a place whose name says so. */
export const valuesWithSecret: fc.Arbitrary<RequestValues> = fc
  .tuple(
    anyValues,
    fc.constantFrom(
      'X-Api-Key',
      'access_token',
      'client_secret',
      'password',
      'session',
      'X-Signature',
      'jwt',
    ),
    fc.constantFrom('header', 'query', 'json', 'form'),
  )
  .map(([values, name, place]) => {
    const secret = {name, value: SECRET};
    switch (place) {
      case 'header':
        return {...values, headers: [...values.headers, secret]};
      case 'query':
        return {...values, query: [...(values.query ?? []), secret]};
      case 'json':
        return {
          ...values,
          bodies: {
            ...values.bodies,
            'application/json': {type: 'text', text: JSON.stringify({deep: [{[name]: SECRET}]})},
          },
        };
      default:
        return {
          ...values,
          bodies: {...values.bodies, 'application/x-www-form-urlencoded': {type: 'fields', fields: [secret]}},
        };
    }
  });

export interface Sample {
  readonly language: Language;
  readonly code: string;
}

/** A sample with a part of it taken out, repeated, or replaced by a part of another or by any text. */
export function brokenCode(samples: readonly Sample[]): fc.Arbitrary<Sample> {
  const place = fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true});
  return fc
    .tuple(
      fc.constantFrom(...samples),
      fc.constantFrom(...samples),
      place,
      place,
      fc.oneof(fc.constant(undefined), text),
    )
    .map(([sample, other, from, length, put]) => {
      const {language, code} = sample;
      const start = Math.floor(from * code.length);
      const end = start + Math.floor(length * 40);
      const between = put ?? other.code.slice(start, end);
      return {language, code: code.slice(0, start) + between + code.slice(end)};
    });
}
