import {expect, test} from 'vitest';

import type {Operation} from '../../../src/api/operation';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {initialValues} from '../../../src/request/examples/initialValues';
import {validateValues} from '../../../src/request/form/validate';
import type {RequestValues} from '../../../src/request/values';
import {buildRequest} from '../../../src/request/wire/build';
import {apiWith} from '../mock/support/mockOf';

/** An operation with a query parameter `pet` that is described by the content of a media type. */
function withContent(schema: object, mediaType = 'application/json'): Operation {
  const pet = {name: 'pet', in: 'query', required: true, content: {[mediaType]: {schema}}};
  const [operation] = apiWith({operationId: 'get', parameters: [pet]}).operations;
  return operation ?? expect.fail('the document lost its operation');
}

function typed(operation: Operation, text: string): RequestValues {
  return {...initialValues(operation), parameters: {'query.pet': text}};
}

test.each<[string, object, string, string]>([
  ['a text, in quotes', {type: 'string'}, 'cat', '"cat"'],
  ['a text that looks like a number, in quotes', {type: 'string'}, '1', '"1"'],
  ['a listed text, in quotes', {enum: ['cat', 'dog']}, 'cat', '"cat"'],
  ['a number as it is', {type: 'integer'}, '1', '1'],
  ['an object as it is', {type: 'object'}, '{"a":1}', '{"a":1}'],
  ['what is not a text where one may be', {type: ['string', 'integer']}, '1', '1'],
  ['a text where another type may be', {type: ['string', 'integer']}, 'cat', '"cat"'],
])('a parameter that is JSON sends %s, and is read back', (_, schema, text, sent) => {
  const operation = withContent(schema);
  const values = typed(operation, text);
  const {request} = buildRequest(operation, values, {baseUrl: 'https://t.test', credentials: []});
  expect(new URL(request.url).searchParams.get('pet')).toBe(sent);
  expect(validateValues(operation, values)).toEqual([]);
  expect(valuesFromRequest(operation, request).parameters).toEqual(values.parameters);
});

test('a parameter of another media type is sent as it is typed', () => {
  const operation = withContent({type: 'string'}, 'text/plain');
  const {request} = buildRequest(operation, typed(operation, 'cat'), {
    baseUrl: 'https://t.test',
    credentials: [],
  });
  expect(request.url).toBe('https://t.test/thing?pet=cat');
});
