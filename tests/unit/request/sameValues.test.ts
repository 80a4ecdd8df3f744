import {expect, test} from 'vitest';

import {sameValues, type RequestValues} from '../../../src/request/values';

const values: RequestValues = {
  parameters: {'query.limit': '5', 'query.role': 'admin'},
  headers: [
    {name: 'X-A', value: '1'},
    {name: 'X-B', value: '2'},
  ],
  bodies: {'application/json': {type: 'text', text: '{"a": 1}'}},
};

test('two forms that were filled in in another order hold the same', () => {
  const parameters = {'query.role': 'admin', 'query.limit': '5'};
  expect(sameValues(values, {...values, parameters})).toBe(true);
});

test.each<[string, Partial<RequestValues>]>([
  ['a parameter', {parameters: {...values.parameters, 'query.limit': '6'}}],
  ['a parameter that is empty on purpose', {parameters: {...values.parameters, 'query.after': ''}}],
  ['the order of headers', {headers: values.headers.toReversed()}],
  ['a blank in a body', {bodies: {'application/json': {type: 'text', text: '{"a":1}'}}}],
])('%s makes a difference', (_, change) => {
  expect(sameValues(values, {...values, ...change})).toBe(false);
});
