import {bodyText, textFormat} from '../../api/body/bodyText';
import {firstStatus} from '../../api/http/documentedStatus';
import {isJson} from '../../api/http/mediaType';
import {isOfSuccess} from '../../api/http/status';
import type {Json, MediaType, Operation, OperationResponse} from '../../api/operation';
import type {Answer} from '../answer';
import type {HandlerContext} from '../handler';
import {preferredMediaType} from '../negotiate';
import {fittingValue} from './fittingValue';

/**
 * The response of an operation's success: the first of the 200s, else a redirect or `default`. Many documents only
 * describe errors: the result is then undefined, and the mock returns a plain 200.
 */
export function successOf({responses}: Operation): OperationResponse | undefined {
  return (
    responses.find(({status}) => isOfSuccess(status)) ??
    responses.find(({status}) => status.startsWith('3')) ??
    responses.find(({status}) => status === 'default')
  );
}

/** The status of that response; 200 if it is not documented. */
export function successStatus(operation: Operation): number {
  return firstStatus(successOf(operation)?.status ?? 'default');
}

/** The JSON of a response, in the media type that a request prefers if there are several. */
export function jsonContent(
  response: OperationResponse | undefined,
  accept: string | null = null,
): MediaType | undefined {
  const content = (response?.content ?? []).filter(({type}) => isJson(type) || type === '*/*');
  return preferredMediaType(content, accept) ?? content[0];
}

/**
 * A value that matches its schema, in the media type that the request prefers, such as `application/vnd.api+json` or
 * XML; as JSON if it has no preference.
 */
export function valueAnswer(
  {operation, request}: HandlerContext,
  json: Json,
): Pick<Answer, 'headers' | 'json' | 'content'> {
  const content = successOf(operation)?.content ?? [];
  const isValue = ({type}: MediaType): boolean => isJson(type) || type === '*/*';
  const written = content.filter(({type}) => ['xml', 'csv', 'lines'].includes(textFormat(type) ?? ''));
  const preferred = preferredMediaType(
    [...content.filter(isValue), ...written],
    request.headers.get('Accept'),
  );
  const {type = '*/*', schema = true} = preferred ?? jsonContent(successOf(operation)) ?? {};
  const fitting = fittingValue(operation, schema, json);
  if (preferred && !isValue(preferred)) {
    return {content: {mediaType: type, data: bodyText(operation, preferred, fitting)}};
  }
  return type.includes('*') ? {json: fitting} : {headers: {'Content-Type': type}, json: fitting};
}
