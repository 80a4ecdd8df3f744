import {headerValue} from '../../api/http/headerValue';
import {responseOf} from '../../api/http/documentedStatus';
import type {Json, Operation, OperationResponse, Schema} from '../../api/operation';
import {schemaFaults} from '../../api/schema/validateSchema';
import {mediaTypeEssence, ofMediaType} from '../../api/http/mediaType';
import {translate} from '../../words';
import type {BodyCut, ResponseResult} from '../result';
import {answerKind} from './bodyKind';
import {checkEvents} from './checkEvents';
import {checkHeaders} from './checkHeaders';
import {MOST_DIFFERENCES, type CheckedPart, type Difference, type Unchecked} from './documentDifference';

/** The members of a response that are checked. */
export type CheckedResult = Pick<ResponseResult, 'status' | 'headers' | 'size'> & {
  readonly body: {readonly text: string | undefined; readonly cut: BodyCut | undefined};
};

export interface CheckInput {
  readonly operation: Operation;
  readonly result: CheckedResult;
  /** Whether all headers of the response are visible: browsers hide most of them across origins. */
  readonly allHeaders: boolean;
  /** The method of the request: the response to `HEAD` has no body. */
  readonly method: string;
}

/**
 * What was found, and how much was checked. A response matches the document if there are no differences, nothing is
 * unchecked and no list was too long.
 */
export interface CheckOutcome {
  readonly differences: readonly Difference[];
  /** What was compared; it matches unless a difference says otherwise. */
  readonly checked: readonly CheckedPart[];
  readonly unchecked: readonly Unchecked[];
  /** How many items of each list were checked, if some list is longer. */
  readonly itemsChecked?: number;
}

/**
 * Every way in which a response differs from the document (status, media type, headers, body), and what cannot be
 * checked: headers that the browser hides, a body that was cut short or is not JSON. At most {@link MOST_DIFFERENCES}
 * differences.
 */
export function checkAnswer(input: CheckInput): CheckOutcome {
  const {operation, result} = input;
  const response = responseOf(operation, result.status);
  if (!response) {
    const documented = operation.responses.map(({status}) => status);
    return documented.length === 0
      ? outcome({unchecked: [{type: 'undocumented'}]})
      : outcome({differences: [{type: 'status', documented}]});
  }
  const headers = checkHeaders(input, response);
  const body = checkBody(input, response);
  return {
    ...body,
    differences: [...headers.differences, ...body.differences].slice(0, MOST_DIFFERENCES),
    checked: ['status', ...headers.checked, ...body.checked],
    unchecked: [...headers.unchecked, ...body.unchecked],
  };
}

function outcome(found: Partial<CheckOutcome>): CheckOutcome {
  return {differences: [], checked: [], unchecked: [], ...found};
}

function checkBody({operation, result, method}: CheckInput, response: OperationResponse): CheckOutcome {
  const {content} = response;
  const {size, body} = result;
  const mediaType = headerValue(result.headers, 'content-type') ?? '';
  const isLeftOut = method === 'HEAD' || result.status === 304;
  if (size === 0 && body.cut !== undefined) {
    return outcome({unchecked: [{type: 'cut-body'}]});
  }
  if (size === 0 && content.length === 0) {
    return outcome({checked: isLeftOut ? [] : ['body']});
  }
  if (size === 0 && !isLeftOut) {
    return outcome({differences: [{type: 'missing-body'}]});
  }
  if (size === 0 && mediaType === '') {
    return outcome({});
  }
  if (content.length === 0) {
    return outcome({differences: [{type: 'extra-body'}]});
  }
  const documented = ofMediaType(response.content, mediaType);
  const essence = mediaTypeEssence(mediaType);
  if (!documented) {
    const types = content.map(({type}) => type);
    return outcome({differences: [{type: 'media-type', mediaType: essence, documented: types}]});
  }
  const found =
    size === 0
      ? outcome({})
      : body.cut === undefined
        ? checkContent(operation, documented.schema ?? true, result, essence)
        : outcome({unchecked: [{type: 'cut-body'}]});
  return {...found, checked: ['media-type', ...found.checked]};
}

function checkContent(
  operation: Operation,
  schema: Schema,
  result: CheckedResult,
  mediaType: string,
): CheckOutcome {
  switch (answerKind(result)) {
    case 'json':
      return checkJson(operation, schema, result.body.text ?? '');
    case 'events': {
      const found = checkEvents(operation, schema, result.body.text ?? '');
      return found ? outcome({...found, checked: ['body']}) : outcome({unchecked: [{type: 'events'}]});
    }
    case 'empty':
    case 'csv':
    case 'xml':
    case 'image':
    case 'audio':
    case 'pdf':
    case 'text':
    case 'binary':
      return outcome({unchecked: [{type: 'media-type', mediaType}]});
  }
}

/** How many items of each list are checked; fewer if the validator cannot handle that many. */
const ITEMS = [1000, 50, 5] as const;

function checkJson(operation: Operation, schema: Schema, text: string): CheckOutcome {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return outcome({differences: [{type: 'not-json'}]});
  }
  for (const items of ITEMS) {
    const shorter = withShorterLists(value, items);
    // Undefined if the validator's stack overflows, which fewer items may avoid.
    const faults = schemaFaults(operation, schema, shorter, translate, 'response');
    if (faults) {
      const differences = faults.map(({pointer, message}) => ({type: 'body', pointer, message}) as const);
      return outcome({
        differences,
        checked: ['body'],
        ...(shorter === value ? {} : {itemsChecked: items}),
      });
    }
  }
  return outcome({unchecked: [{type: 'body'}]});
}

/** How deep to look for lists; a value may be nested deeper than a function can recurse. */
const DEEPEST = 1000;

/** The value itself, or a copy in which no list has more items than `most`. */
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
