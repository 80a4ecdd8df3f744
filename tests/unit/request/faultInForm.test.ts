import {expect, test} from 'vitest';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {faultInForm} from '../../../src/request/form/fieldFaults';

const typed = [
  {name: 'X-Fine', value: 'a'},
  {name: 'X Trace', value: 'b'},
];
const values = {parameters: {}, headers: typed, bodies: {}};
const request: ApiRequest = {
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [{name: 'Idempotency-Key', value: 'ä'}, ...typed],
  credentials: [],
  body: {type: 'none'},
  expects: {type: 'text'},
};

test('what is wrong with a header is told in the row where it was typed, or at its parameter', () => {
  const at = (place: string): string => faultInForm({at: place, message: ''}, request, values).at;
  expect(at('headers/2/name')).toBe('headers/1/name');
  expect(at('headers/0/value')).toBe('parameters/header/Idempotency-Key');
  expect(at('url')).toBe('url');
});
