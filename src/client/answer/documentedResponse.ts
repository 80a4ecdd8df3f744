import {headerValue} from '../../api/http/headerValue';
import {responseOf} from '../../api/http/documentedStatus';
import type {MediaType, Operation, OperationResponse, Schema} from '../../api/operation';
import {mediaTypeEssence} from '../../api/http/mediaType';
import type {ResponseResult} from '../result';

/** The documented media type of a response by its `Content-Type`: an exact name first, then a range, then any type. */
export function documentedMediaType(
  {content}: OperationResponse,
  contentType: string,
): MediaType | undefined {
  const essence = mediaTypeEssence(contentType);
  const [type = ''] = essence.split('/');
  return [essence, `${type}/*`, '*/*']
    .map(wanted => content.find(mediaType => mediaTypeEssence(mediaType.type) === wanted))
    .find(found => found !== undefined);
}

/** The schema that documents the body of a response, if there is one. */
export function bodySchemaOf(
  operation: Pick<Operation, 'responses'>,
  {status, headers}: Pick<ResponseResult, 'status' | 'headers'>,
): Schema | undefined {
  const response = responseOf(operation, status);
  return response && documentedMediaType(response, headerValue(headers, 'content-type') ?? '')?.schema;
}
