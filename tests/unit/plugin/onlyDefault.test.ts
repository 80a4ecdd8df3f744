import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {operationToMdast} from '../../../src/plugin/operationPage';
import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiWith} from '../mock/support/mockOf';

const described = (description: string, type = 'application/json'): object => ({
  description,
  content: {[type]: {schema: {type: 'object', properties: {id: {type: 'integer'}}}}},
});

function pageOf(responses: object): string {
  const [operation] = apiWith({responses}).operations;
  return operation ? toString(operationToMdast(operation)) : expect.fail('there is no operation');
}

test('`default` is the response where no other is one of success', () => {
  const page = pageOf({default: described('Made'), '404': described('Gone')});
  expect(page).toMatch(/Response.*Made.*Error Codes.*Gone/s);
  expect(pageOf({default: described('Made')})).not.toContain('Error Codes');
});

test('`default` is an error beside a response of success', () => {
  expect(pageOf({default: described('Failed'), '200': described('Made')})).toMatch(
    /Response.*Made.*Error Codes.*Failed/s,
  );
});

test('a sample reads the stream that `default` promises', () => {
  const [operation] = apiWith({responses: {default: described('Events', 'text/event-stream')}}).operations;
  expect(operation && sampleRequest(operation).request.expects.type).toBe('event-stream');
});
