import type {Json, Operation, OperationResponse, ResponseHeader, Schema} from '../../api/operation';
import {schemaFaults, validateSchema} from '../../api/validateSchema';
import {mediaTypeEssence} from '../../request/mediaTypes';
import {mergedSchema, typesOf} from '../../api/mergedSchema';
import {translate} from '../../words';
import type {BodyCut, ResponseResult} from '../result';
import {answerKind} from './bodyKind';
import {MOST_DIFFERENCES, type Difference} from './documentDifference';
import {documentedMediaType, documentedResponse} from './documentedResponse';
import {headerValue} from './fileName';
import {pointerSteps} from './jsonPath';

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

/** What was found, and how far was looked. */
export interface CheckOutcome {
  readonly differences: readonly Difference[];
  /** How many items of each list were looked at, where some list is longer. */
  readonly itemsChecked?: number;
}

/**
 * Every way in which an answer is not as the document says: status, media type, headers, body. None when it is. A body
 * that was cut short, or is no JSON by its media type, is not looked into; of long lists only the first items are.
 * At most {@link MOST_DIFFERENCES}. Undefined when the body is beyond checking, such as one of a hundred thousand levels.
 */
export function checkAnswer(input: CheckInput): CheckOutcome | undefined {
  const {operation, result} = input;
  const response = documentedResponse(operation, result.status);
  if (!response) {
    const documented = operation.responses.map(({status}) => status);
    return {differences: documented.length === 0 ? [] : [{type: 'status', documented}]};
  }
  const body = checkBody(input, response);
  return (
    body && {
      ...body,
      differences: [...checkHeaders(input, response), ...body.differences].slice(0, MOST_DIFFERENCES),
    }
  );
}

function checkBody(
  {operation, result, method}: CheckInput,
  response: OperationResponse,
): CheckOutcome | undefined {
  const {content} = response;
  const mayLackBody = method === 'HEAD' || result.status === 304 || result.body.cut !== undefined;
  if (result.size === 0) {
    return {differences: content.length === 0 || mayLackBody ? [] : [{type: 'missing-body'}]};
  }
  if (content.length === 0) {
    return {differences: [{type: 'extra-body'}]};
  }
  const mediaType = headerValue(result.headers, 'content-type') ?? '';
  const documented = documentedMediaType(response, mediaType);
  if (!documented) {
    const difference = {mediaType: mediaTypeEssence(mediaType), documented: content.map(({type}) => type)};
    return {differences: [{type: 'media-type', ...difference}]};
  }
  return result.body.cut === undefined && answerKind(result) === 'json'
    ? checkJson(operation, documented.schema ?? true, result.body.text ?? '')
    : {differences: []};
}

/** How many items of each list are looked at; fewer where that turns out to be too many. */
const ITEMS = [1000, 50, 5] as const;

function checkJson(operation: Operation, schema: Schema, text: string): CheckOutcome | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return {differences: [{type: 'not-json'}]};
  }
  for (const items of ITEMS) {
    const shorter = withShorterLists(value, items);
    // The validator gives up by overflowing its stack, which fewer items may spare it.
    const faults = schemaFaults(operation, schema, shorter, translate);
    if (faults) {
      const differences = faults
        .filter(
          ({keyword, pointer}) => keyword !== 'required' || !isForRequestsOnly(operation, schema, pointer),
        )
        .map(({pointer, message}) => ({type: 'body', pointer, message}) as const);
      return {differences, ...(shorter === value ? {} : {itemsChecked: items})};
    }
  }
  return undefined;
}

/** How deep lists are looked for; a value may nest deeper than a function can follow. */
const DEEPEST = 1000;

/** The value itself, or a copy of which no list has more than so many items. */
function withShorterLists(value: Json, most: number, depth = 0): Json {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) {
    return value;
  }
  if (isList(value)) {
    const items = value.slice(0, most).map(item => withShorterLists(item, most, depth + 1));
    return items.length === value.length && items.every((item, index) => item === value[index])
      ? value
      : items;
  }
  const members = Object.entries(value).map(
    ([name, item]) => [name, withShorterLists(item, most, depth + 1)] as const,
  );
  return members.every(([name, item]) => item === value[name]) ? value : Object.fromEntries(members);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
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
    return validateSchema(operation, header.schema, headerJson(operation, header, value), translate).map(
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
