import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import {mergedSchema} from '../../../src/api/schema/mergedSchema';
import type {Operation} from '../../../src/api/operation';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {choiceOf} from '../../../src/api/schema/choices';
import {fieldAt} from '../../../src/request/form/fieldFaults';
import {formField} from '../../../src/request/form/formFields';
import {valueOf} from '../../../src/api/schema/valueOf';
import {validateText} from '../../../src/request/form/validate';

async function operationWith(pet: string, version = '3.1.0'): Promise<Operation> {
  const file = join(await mkdtemp(join(tmpdir(), 'discriminator-')), 'api.yaml');
  await writeFile(
    file,
    `openapi: ${version}
info: {title: T, version: '1'}
paths:
  /pets:
    post:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses: {'200': {description: ok}}
components:
  schemas:
    Pet: ${pet}
    Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, properties: {kind: {type: string}, barks: {type: boolean}}}
    Fish: {type: object, properties: {kind: {type: string}}}
    Bird: {allOf: [{type: object, properties: {kind: {enum: [bird]}}, required: [kind]}]}
`,
  );
  const [operation] = (await loadApi(file)).operations;
  if (!operation) {
    throw new Error('The document has no operation.');
  }
  return operation;
}

function fits(operation: Operation, value: {readonly [name: string]: string | number}): boolean {
  return validateSchema(operation, {$ref: '#/schemas/Pet'}, value).length === 0;
}

const branches = 'oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]';

test.each(['3.0.3', '3.1.0'])(
  'a discriminator tells branches apart that are alike otherwise, in %s',
  async version => {
    const operation = await operationWith(`{${branches}, discriminator: {propertyName: kind}}`, version);
    expect(fits(operation, {kind: 'Cat', lives: 9})).toBe(true);
    expect(fits(operation, {kind: 'Dog'})).toBe(true);
    expect(fits(operation, {kind: 'Fish'})).toBe(false);
    expect(fits(operation, {lives: 9})).toBe(false);
  },
);

test('a mapping says the values, several for one branch', async () => {
  const mapping = 'mapping: {tom: "#/components/schemas/Cat", kitty: Cat, rex: "#/components/schemas/Dog"}';
  const operation = await operationWith(`{${branches}, discriminator: {propertyName: kind, ${mapping}}}`);
  expect(['tom', 'kitty', 'rex', 'Cat'].map(kind => fits(operation, {kind}))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('a branch that says its value itself keeps it', async () => {
  const operation = await operationWith(
    '{oneOf: [{$ref: "#/components/schemas/Bird"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind}}',
  );
  expect(fits(operation, {kind: 'bird'})).toBe(true);
  expect(fits(operation, {kind: 'Bird'})).toBe(false);
});

test('a mapping may name a schema by a reference that starts in the folder of the document', async () => {
  const operation = await operationWith(
    `{oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "./#/components/schemas/Dog"}],
      discriminator: {propertyName: kind, mapping: {meow: "./#/components/schemas/Cat"}}}`,
  );
  expect(operation.omissions).toBeUndefined();
  expect(fits(operation, {kind: 'meow', lives: 9})).toBe(true);
  expect(fits(operation, {kind: 'Dog'})).toBe(true);
  expect(fits(operation, {kind: 'meow', lives: 'nine'})).toBe(false);
});

describe('several names for one branch', () => {
  const mapping =
    'mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Cat", fish: "#/components/schemas/Fish"}';
  const discriminator = `discriminator: {propertyName: kind, ${mapping}}`;
  const branchesOf = (beside = ''): string =>
    `[{$ref: "#/components/schemas/Cat"${beside}}, {$ref: "#/components/schemas/Fish"}]`;

  test.each(['oneOf', 'anyOf'])('are all offered, in %s', async keyword => {
    const operation = await operationWith(`{${keyword}: ${branchesOf()}, ${discriminator}}`);
    const pet = {$ref: '#/schemas/Pet'};
    const labels = choiceOf(operation, mergedSchema(operation, pet))?.branches.map(({label}) => label);
    expect(labels).toEqual(['cat, dog', 'fish']);
    const form = formField(operation, pet, '{"kind": "dog"}', {base: 'body', name: ''});
    expect(fieldAt(form, 'body/kind')).toMatchObject({
      name: 'kind',
      kind: {type: 'enum', options: [{text: '"cat"'}, {text: '"dog"'}]},
    });
  });

  test.each(['oneOf', 'anyOf'])('do not hide what is wrong with the branch, in %s', async keyword => {
    const operation = await operationWith(`{${keyword}: ${branchesOf()}, ${discriminator}}`);
    const faults = validateText(
      operation,
      {$ref: '#/schemas/Pet'},
      '{"kind": "dog", "lives": "nine"}',
      'body',
    );
    expect(faults.map(({at, message}) => `${at} ${message}`)).toEqual(['body/lives Must be an integer.']);
    expect(fits(operation, {kind: 'horse'})).toBe(false);
  });

  test('leave the rules beside the branch as they are', async () => {
    const operation = await operationWith(`{oneOf: ${branchesOf(', required: [lives]')}, ${discriminator}}`);
    expect(fits(operation, {kind: 'dog'})).toBe(false);
    expect(fits(operation, {kind: 'dog', lives: 7})).toBe(true);
    expect(fits(operation, {lives: 7})).toBe(false);
  });
});

test.each([
  ['with a discriminator', `{${branches}, discriminator: {propertyName: kind}}`],
  [
    'without one',
    '{oneOf: [{required: [], type: object, properties: {a: {type: string}}, additionalProperties: false}, {type: object, properties: {b: {type: integer}}, additionalProperties: false}]}',
  ],
])('the sample of a choice fits one branch alone, %s', async (_, pet) => {
  const operation = await operationWith(pet);
  const value = valueOf(operation, {$ref: '#/schemas/Pet'}, {direction: 'request', as: 'start'});
  expect(validateSchema(operation, {$ref: '#/schemas/Pet'}, value)).toEqual([]);
});
