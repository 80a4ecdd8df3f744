import {describe, expect, test} from 'vitest';

import type {Schema} from '../../../src/api/operation';
import {schemaFaults, validateSchema} from '../../../src/api/validateSchema';
import {validateText} from '../../../src/request/validate';
import {apiWith, ask} from '../mock/support/mockOf';

const schemas: Record<string, Schema> = {
  Loop: {allOf: [{$ref: '#/schemas/Loop'}]},
  Text: {anyOf: [{type: 'string'}, {$ref: '#/schemas/Text'}]},
};

describe('what nobody can judge', () => {
  test.each<[string, Schema, string]>([
    ['a pattern of another language', {type: 'string', pattern: '(?i)a'}, '"a"'],
    ['half a character in a name', {additionalProperties: {type: 'string'}}, '{"\\ud800": 1}'],
    ['a schema that leads to itself', {$ref: '#/schemas/Loop'}, '1'],
  ])('is left to the server: %s', (_, schema, text) => {
    expect(schemaFaults({schemas}, schema, JSON.parse(text))).toBeUndefined();
    expect(validateSchema({schemas}, schema, JSON.parse(text))).toEqual([]);
    expect(validateText({schemas}, schema, text, 'body')).toEqual([]);
  });

  test('is taken by the mock', async () => {
    const api = apiWith({
      parameters: [{name: 'a', in: 'query', schema: {type: 'string', pattern: '(?i)a'}}],
      responses: {'200': {description: 'Done'}},
    });
    expect((await ask(api, '/thing?a=b')).status).toBe(200);
  });
});
