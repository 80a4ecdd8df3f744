import type {Api, Operation, Schema, SchemaObject} from '../../../src/api/operation';
import rules from '../../../src/cloudindex/mock/rules';
import {createMock} from '../../../src/mock/mock';
import type {MockRequest} from '../../../src/mock/mockRequest';
import {createServerRouter} from '../../../src/mock/route';
import type {WireAnswer} from '../../../src/mock/wireAnswer';
import {serveMock, type ServedMock} from './serveMock';

/** One way in which a service is unlike its document. */
export interface Change {
  /** Schemas that the service follows in place of those of the document. */
  readonly schemas?: {readonly [name: string]: (schema: SchemaObject) => Schema};
  /** What the service takes a request of an operation for. */
  readonly request?: (request: MockRequest) => MockRequest;
  /** What the service responds with in place of the mock's response. */
  readonly response?: (response: WireAnswer, request: MockRequest) => WireAnswer;
}

/** The mock over HTTP, changed in one operation, or in a schema. */
export async function serveWrong(api: Api, operationId: string, change: Change): Promise<ServedMock> {
  const mock = createMock({
    rules,
    api: withSchemas(api, change.schemas ?? {}),
    wait: () => Promise.resolve(),
  });
  const findRoute = createServerRouter(api);
  return serveMock({
    ...mock,
    async answer(request) {
      const {pathname, search} = new URL(request.url, 'http://mock.invalid');
      const {route} = findRoute(request.method, pathname, search);
      if (route.type !== 'operation' || route.operation.id !== operationId) {
        return mock.answer(request);
      }
      const response = await mock.answer(change.request?.(request) ?? request);
      return change.response?.(response, request) ?? response;
    },
  });
}

function withSchemas(api: Api, changes: NonNullable<Change['schemas']>): Api {
  const changed = (operation: Operation): Operation => ({
    ...operation,
    schemas: Object.fromEntries(
      Object.entries(operation.schemas).map(([name, schema]) => [
        name,
        typeof schema === 'object' ? (changes[name]?.(schema) ?? schema) : schema,
      ]),
    ),
  });
  // Validators are kept by the schemas that they are made of, which those of the document must not be.
  const copy = structuredClone(api);
  return {...copy, operations: copy.operations.map(changed)};
}

/** A request without some of its headers, or with others; names in lower case. */
export function withHeaders(
  request: MockRequest,
  headers: {readonly [name: string]: string | undefined},
): MockRequest {
  const get = (name: string): string | null =>
    Object.hasOwn(headers, name.toLowerCase())
      ? (headers[name.toLowerCase()] ?? null)
      : request.headers.get(name);
  return {...request, headers: {get}};
}

/** A response whose JSON is changed, where its status is this one. */
export function withJson(
  status: number,
  change: (value: Record<string, unknown>) => unknown,
): (response: WireAnswer) => WireAnswer {
  return response =>
    response.status === status && typeof response.body === 'string'
      ? {...response, body: JSON.stringify(change(JSON.parse(response.body)))}
      : response;
}

/** A response with other headers, where its status is this one; undefined takes a header away. */
export function withFields(
  status: number,
  fields: {readonly [name: string]: string | undefined},
): (response: WireAnswer) => WireAnswer {
  const names = Object.keys(fields);
  return response =>
    response.status === status
      ? {
          ...response,
          headers: Object.fromEntries([
            ...Object.entries(response.headers).filter(([name]) => !names.includes(name)),
            ...Object.entries(fields).flatMap(([name, value]) =>
              value === undefined ? [] : [[name, value]],
            ),
          ]),
        }
      : response;
}
