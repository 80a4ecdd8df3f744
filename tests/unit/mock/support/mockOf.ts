import {toJson} from '../../../../src/api/json';
import type {Api, Json, Operation} from '../../../../src/api/operation';
import {readApi} from '../../../../src/api/operations';
import {createMock, type Mock} from '../../../../src/mock/mock';

/** An API of a few lines: the members of its document but for the head, with one server at `/v1` unless it says otherwise. */
export function apiOf(members: {readonly [name: string]: unknown}): Api {
  const head = {openapi: '3.1.0', info: {title: 'T', version: '1'}, servers: [{url: 'https://t.test/v1'}]};
  return readApi({...head, ...members}, {version: '3.1', url: 'https://docs.test/'});
}

/** An API of one operation: GET /thing, or what is said of it. */
export function apiWith(operation: object, path = '/thing', method = 'get'): Api {
  return apiOf({paths: {[path]: {[method]: operation}}});
}

export function operationOf(api: Api, id: string): Operation {
  const found = api.operations.find(operation => operation.id === id);
  if (!found) {
    throw new Error(`No operation ${id} among ${api.operations.map(({id: other}) => other).join(', ')}`);
  }
  return found;
}

/** Asks the mock of an API, below its first base path. */
export function ask(api: Api | Mock, path: string, init?: RequestInit): Promise<Response> {
  const mock = 'handle' in api ? api : createMock({api});
  return mock.handle(new Request(`https://mock.invalid${mock.basePath}${path}`, init));
}

export async function jsonOf(response: Response): Promise<Json> {
  return toJson(await response.json());
}
