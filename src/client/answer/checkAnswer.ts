import type {Json, Operation, OperationResponse, ResponseHeader, Schema} from '../../api/operation';
import {validateSchema} from '../../api/validateSchema';
import {mediaTypeEssence} from '../../request/mediaTypes';
import {mergedSchema, typesOf} from '../../request/mergedSchema';
import type {BodyCut, ResponseResult} from '../result';
import {answerKind} from './bodyKind';
import {documentedMediaType, documentedResponse} from './documentedResponse';
import {headerValue} from './fileName';
import {pointerSteps} from './jsonPath';

/** One way in which an answer is not as the document says. */
export type Difference =
  | {readonly type: 'status'; readonly documented: readonly string[]}
  | {readonly type: 'media-type'; readonly mediaType: string; readonly documented: readonly string[]}
  /** A body where none is documented. */
  | {readonly type: 'extra-body'}
  | {readonly type: 'missing-body'}
  | {readonly type: 'not-json'}
  | {readonly type: 'missing-header'; readonly name: string}
  | {readonly type: 'header'; readonly name: string; readonly message: string}
  /** The pointer is in URI fragment form; the message follows the name of the value: `must be a number`. */
  | {readonly type: 'body'; readonly pointer: string; readonly message: string};

/** What of an answer is looked at. */
export type CheckedResult = Pick<ResponseResult, 'status' | 'headers' | 'size'> & {
  readonly body: {readonly text: string | undefined; readonly cut: BodyCut | undefined};
};

export interface CheckInput {
  readonly operation: Operation;
  readonly result: CheckedResult;
  /** Whether every header of the answer can be seen: across origins the browser hides most. */
  readonly allHeaders: boolean;
  /** The method of the request: the answer to `HEAD` has no body. */
  readonly method: string;
}

/**
 * Every way in which an answer is not as the document says: status, media type, headers, body. Empty when it is. A body
 * that was cut short, or is no JSON by its media type, is not looked into.
 */
export function checkAnswer(input: CheckInput): readonly Difference[] {
  const {operation, result} = input;
  const response = documentedResponse(operation, result.status);
  if (!response) {
    return operation.responses.length === 0
      ? []
      : [{type: 'status', documented: operation.responses.map(({status}) => status)}];
  }
  return [...checkHeaders(input, response), ...checkBody(input, response)];
}

function checkBody({operation, result, method}: CheckInput, response: OperationResponse): Difference[] {
  const {content} = response;
  const mayLackBody = method === 'HEAD' || result.status === 304 || result.body.cut !== undefined;
  if (result.size === 0) {
    return content.length === 0 || mayLackBody ? [] : [{type: 'missing-body'}];
  }
  if (content.length === 0) {
    return [{type: 'extra-body'}];
  }
  const mediaType = headerValue(result.headers, 'content-type') ?? '';
  const documented = documentedMediaType(response, mediaType);
  if (!documented) {
    return [
      {type: 'media-type', mediaType: mediaTypeEssence(mediaType), documented: content.map(({type}) => type)},
    ];
  }
  return result.body.cut === undefined && answerKind(result) === 'json'
    ? checkJson(operation, documented.schema ?? true, result.body.text ?? '')
    : [];
}

function checkJson(operation: Operation, schema: Schema, text: string): Difference[] {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return [{type: 'not-json'}];
  }
  try {
    return validateSchema(operation, schema, value)
      .filter(
        ({keyword, pointer}) => keyword !== 'required' || !isForRequestsOnly(operation, schema, pointer),
      )
      .map(({pointer, message}) => ({type: 'body', pointer, message}));
  } catch (error) {
    if (error instanceof URIError) {
      // A name with half a character in it has no pointer: what cannot be pointed at is not judged.
      return [];
    }
    throw error;
  }
}

/** A `writeOnly` property may be required of requests alone (OpenAPI 3.1 §4.8.24, JSON Schema §9.4). */
function isForRequestsOnly(operation: Operation, schema: Schema, pointer: string): boolean {
  let current: Schema | undefined = schema;
  for (const step of pointerSteps(pointer)) {
    const {properties = {}, items, additionalProperties} = mergedSchema(operation, current ?? true);
    current = Object.hasOwn(properties, step) ? properties[step] : (items ?? additionalProperties);
  }
  return mergedSchema(operation, current ?? true).writeOnly === true;
}

function checkHeaders(
  {operation, result, allHeaders}: CheckInput,
  response: OperationResponse,
): Difference[] {
  return response.headers.flatMap((header): Difference[] => {
    const value = headerValue(result.headers, header.name.toLowerCase());
    if (value === undefined) {
      return allHeaders && header.required ? [{type: 'missing-header', name: header.name}] : [];
    }
    return validateSchema(operation, header.schema, headerJson(operation, header, value)).map(
      ({message}) => ({
        type: 'header',
        name: header.name,
        message,
      }),
    );
  });
}

/** The value of a header as its schema means it: a number, a flag, or a list parted by commas (style `simple`). */
function headerJson(operation: Operation, {schema}: ResponseHeader, value: string): Json {
  const types = typesOf(mergedSchema(operation, schema));
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(value)) {
    return Number(value);
  }
  if (types.includes('boolean') && /^(true|false)$/.test(value)) {
    return value === 'true';
  }
  return types.includes('array') ? value.split(',').map(item => item.trim()) : value;
}
