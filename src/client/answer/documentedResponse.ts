import {headerValue} from '../../api/http/headerValue';
import {responseOf} from '../../api/http/documentedStatus';
import type {Operation, Schema} from '../../api/operation';
import {ofMediaType} from '../../api/http/mediaType';
import type {ResponseResult} from '../result';

/** The schema that documents the body of a response, if there is one. */
export function bodySchemaOf(
  operation: Pick<Operation, 'responses'>,
  {status, headers}: Pick<ResponseResult, 'status' | 'headers'>,
): Schema | undefined {
  const response = responseOf(operation, status);
  return response && ofMediaType(response.content, headerValue(headers, 'content-type') ?? '')?.schema;
}
