import {expect, test} from 'vitest';

import {valueOf} from '../../../src/api/schema/valueOf';
import {validateSchema} from '../../../src/api/schema/validateSchema';
import {apiWith} from '../mock/support/mockOf';

/** What a text must match where a document writes this pattern, as the operation has it. */
function patternOf(pattern: string): unknown {
  const schema = {type: 'string', pattern};
  const [operation] = apiWith({parameters: [{name: 'a', in: 'query', schema}]}).operations;
  const [parameter] = operation?.parameters ?? [];
  return typeof parameter?.schema === 'object' ? parameter.schema.pattern : undefined;
}

test.each([
  ['\\A[0-9]{3}\\Z', '^[0-9]{3}$'],
  ['\\Aa\\z', '^a$'],
  ['^[[:alpha:]_]+$', '^[a-zA-Z_]+$'],
  ['^(?P<year>\\d{4})$', '^(?<year>\\d{4})$'],
  ['/^[a-z]+$/', '^[a-z]+$'],
  ['/^[a-z]+$/u', '^[a-z]+$'],
])('%s of another language is read as it is meant', (written, meant) => {
  expect(patternOf(written)).toBe(meant);
  const schema = {type: 'string', pattern: meant} as const;
  const value = valueOf({schemas: {}}, schema, {direction: 'request', as: 'start'});
  expect(validateSchema({schemas: {}}, schema, value)).toEqual([]);
});

test.each(['^[:alpha:]+$', '^\\\\A$', '^\\(?P<$', '/users/', '^/a$/', '[\\A]'])(
  '%s stays as it is',
  pattern => {
    expect(new RegExp(String(patternOf(pattern))).source).toBe(
      new RegExp(pattern === '[\\A]' ? '[A]' : pattern).source,
    );
  },
);

test.each(['/^[a-z]+$/i', '^(?i)abc$'])('%s, which no pattern can say, is left out', pattern => {
  expect(patternOf(pattern)).toBeUndefined();
});
