import {expect, test} from 'vitest';

import {nameOfPlace} from '../../../../src/components/Playground/exchange/nameOfPlace';
import type {FieldValue, RequestValues} from '../../../../src/request/values';

function upload(...fields: readonly FieldValue[]): RequestValues {
  return {
    parameters: {},
    headers: [],
    mediaType: 'multipart/form-data',
    bodies: {'multipart/form-data': {type: 'fields', fields}},
  };
}

const file = (name: string): FieldValue => ({name: 'files', file: {id: name, name}});

test('a part is called by its name', () => {
  const values = upload({name: 'title', value: 'Two'}, file('a"b.pdf'));
  expect(nameOfPlace('body/parts/0', values)).toBe('title');
  expect(nameOfPlace('body/parts/1', values)).toBe('files');
});

test('parts of one name are told apart by their number', () => {
  const values = upload(file('a.pdf'), {name: 'title', value: ''}, file('a"b.pdf'));
  expect(nameOfPlace('body/parts/2', values)).toBe('files 2');
});

test('a part without a name shows as one', () => {
  expect(nameOfPlace('body/parts/0', upload({name: '', value: 'x'}))).toBe('""');
});

test('other places are called by their address without its kind', () => {
  const values = upload();
  expect(nameOfPlace('parameters/query/limit', values)).toBe('query/limit');
  expect(nameOfPlace('body/metadata/', values)).toBe('metadata/""');
  expect(nameOfPlace('server', values)).toBe('server');
  expect(nameOfPlace('body/parts/7', values)).toBe('parts/7');
});

test('a header is called by its name, and shows as one without', () => {
  const values = {
    ...upload(),
    headers: [
      {name: 'X-Trace', value: 'ä'},
      {name: '', value: 'x'},
    ],
  };
  expect(nameOfPlace('headers/0/value', values)).toBe('X-Trace');
  expect(nameOfPlace('headers/1/name', values)).toBe('""');
});
