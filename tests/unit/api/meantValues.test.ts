import {expect, test} from 'vitest';

import type {Operation} from '../../../src/api/operation';
import {initialValues} from '../../../src/request/examples/initialValues';
import {validateValues} from '../../../src/request/form/validate';
import {apiWith} from '../mock/support/mockOf';

function withProperty(property: object): Operation {
  const schema = {type: 'object', required: ['a'], properties: {a: property}};
  const requestBody = {required: true, content: {'application/json': {schema}}};
  const [operation] = apiWith({requestBody}, '/thing', 'post').operations;
  return operation ?? expect.fail('the document lost its operation');
}

test.each<[object, unknown]>([
  [{type: 'string', enum: [1, 2]}, '1'],
  [{type: 'string', enum: [true, false]}, 'true'],
  [{type: 'string', default: 7}, '7'],
  [{type: ['string', 'null'], const: 1.5}, '1.5'],
  [{type: 'integer', enum: ['1', '2']}, 1],
  [{type: 'number', example: '0.5'}, 0.5],
  [{type: 'boolean', default: 'false'}, false],
  // What is meant already, or cannot be told.
  [{type: 'string', enum: ['1']}, '1'],
  [{type: ['string', 'integer'], enum: [1]}, 1],
  [{type: ['string', 'null'], default: null}, null],
  [{enum: [1, '2']}, 1],
])('a form of %j starts with what is meant', (property, value) => {
  const operation = withProperty(property);
  const values = initialValues(operation);
  expect(values.bodies['application/json']).toMatchObject({text: JSON.stringify({a: value}, null, 2)});
  expect(validateValues(operation, values)).toEqual([]);
});
