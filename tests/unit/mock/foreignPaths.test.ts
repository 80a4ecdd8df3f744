import {expect, test} from 'vitest';

import {sampleRequest} from '../../../src/request/examples/sampleRequest';
import {apiOf, apiWith, ask, operationOf} from './support/mockOf';

const responses = {'204': {description: 'Done'}};

test('a path with letters beyond ASCII is found as it is sent, percent-encoded', async () => {
  const id = {name: 'id', in: 'path', required: true, schema: {type: 'string'}};
  const api = apiWith({parameters: [id], responses}, '/café/{id}');
  expect((await ask(api, '/caf%C3%A9/1')).status).toBe(204);
  expect((await ask(api, '/cafe/1')).status).toBe(404);
});

test('a percent sign in a path is sent encoded, as Go and Python refuse it otherwise, and found so', async () => {
  const api = apiWith({operationId: 'sale', responses}, '/100%/sale');
  const {request} = sampleRequest(operationOf(api, 'sale'));
  expect(request.url).toBe('https://t.test/v1/100%25/sale');
  expect((await ask(api, '/100%25/sale')).status).toBe(204);
});

test('a header whose name nobody can send is left out, and the rest of the operation is answered', async () => {
  const parameters = [
    {name: 'X-Ünicode', in: 'header', required: true, schema: {type: 'string'}},
    {name: 'X-Plain', in: 'header', schema: {type: 'string'}},
  ];
  const api = apiOf({paths: {'/thing': {get: {parameters, responses}}}});
  expect((await ask(api, '/thing')).status).toBe(204);
  expect(api.operations[0]?.parameters.map(({name}) => name)).toEqual(['X-Plain']);
  expect(api.operations[0]?.omissions).toEqual(['#/paths/~1thing/get/parameters/0']);
});
