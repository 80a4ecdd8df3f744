import {Validator, type Schema} from '@cfworker/json-schema';
import {expect, test} from 'vitest';

import {loadDocument} from '../../../src/api/document/load';
import type {Json, MediaType, Operation} from '../../../src/api/operation';
import {requestFor, response, user} from '../../../src/pages/_firstRequest';

const operation = await createUser();
const request = requestFor(user);
const sent: unknown = JSON.parse(/ -d '(.*)'$/s.exec(request)?.[1] ?? 'null');
const answered: unknown = JSON.parse(response);

test('the request on the home page goes to the documented address, with the documented credential', () => {
  expect(request).toContain(`curl ${operation.servers[0]?.url}${operation.path} `);
  expect(request).toContain(`Authorization: Bearer $${operation.securitySchemes[0]?.env}"`);
});

test('the body on the home page is one that the document allows', () => {
  expect(faults(sent, operation.requestBody?.content)).toEqual([]);
});

test('the answer on the home page is one that the document describes, for the user that was sent', () => {
  const created = operation.responses.find(({status}) => status === '201');
  expect(faults(answered, created?.content)).toEqual([]);
  expect(answered).toMatchObject(sent as Record<string, Json>);
});

async function createUser(): Promise<Operation> {
  const {api} = await loadDocument('static/openapi.yaml');
  const found = api.operations.find(({id}) => id === 'createUser');
  if (!found) {
    throw new Error('static/openapi.yaml has no operation createUser, which the home page shows.');
  }
  return found;
}

function faults(value: unknown, content: readonly MediaType[] | undefined): readonly string[] {
  const schema = content?.[0]?.schema;
  if (typeof schema !== 'object') {
    throw new Error('createUser has no schema for this body.');
  }
  const mutable: Schema = JSON.parse(JSON.stringify({...schema, schemas: operation.schemas}));
  const validator = new Validator(mutable, '2020-12', false);
  return validator.validate(value).errors.map(({instanceLocation, error}) => `${instanceLocation}: ${error}`);
}
