import type {Operation} from '../../api/operation';
import {serverUrl} from '../../api/serverUrl';
import {buildRequest, type BuiltRequest} from '../wire/build';
import {mockCredentials} from '../credentials';
import {sampleValues} from './sampleValues';

/** The request in the samples of a page: the named example, else the first, for the document's first server. */
export function sampleRequest(operation: Operation, example?: string): BuiltRequest {
  const [server] = operation.servers;
  return buildRequest(operation, sampleValues(operation, example), {
    baseUrl: server ? serverUrl(server) : '',
    credentials: mockCredentials(operation),
  });
}
