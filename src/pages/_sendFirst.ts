import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {Operation} from '@site/src/api/operation';
import {fetchFromPageMock} from '@site/src/components/Playground/server/fetchFromPageMock';
import {pageMock} from '@site/src/components/Playground/server/pageMock';
import type {Result} from '@site/src/client/result';
import {send} from '@site/src/client/send';
import {mockCredentials} from '@site/src/request/credentials';
import {initialValues} from '@site/src/request/examples/initialValues';
import {buildRequest} from '@site/src/request/wire/build';
import type {user} from './_firstRequest';

export interface Sent {
  readonly operation: Operation;
  readonly result: Result;
}

/** Creates a user in the mock of this tab, as the form on Create User does: what was created is there afterwards. */
export async function sendFirst(body: typeof user): Promise<Sent> {
  const [operation, mock] = await Promise.all([loadOperation('createUser'), pageMock()]);
  const values = initialValues(operation);
  const text = JSON.stringify(body);
  const {request} = buildRequest(
    operation,
    {...values, bodies: {...values.bodies, 'application/json': {type: 'text', text}}},
    {
      baseUrl: mock.baseUrl,
      credentials: mockCredentials(operation),
    },
  );
  return {operation, result: await send(request, {fetch: fetchFromPageMock, target: 'page-mock'})};
}
