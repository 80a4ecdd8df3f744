import {headerValue} from '../../api/http/headerValue';
import type {Json, Operation, OperationResponse, ResponseHeader} from '../../api/operation';
import {schemaFaults, type SchemaFault} from '../../api/schema/validateSchema';
import {deserialiseHeader, type ReadItem} from '../../request/back/deserialise';
import {bodyKind} from '../../request/mediaTypes';
import {shapeOf} from '../../api/schema/shape';
import {messages, translate} from '../../words';
import type {ResponseResult} from '../result';
import type {CheckInput, CheckOutcome} from './checkAnswer';
import type {Difference, Unchecked} from './documentDifference';

const say = messages('checkHeaders', {notJson: 'must be JSON'});

/** Headers that a page can always read (Fetch, "CORS-safelisted response-header name"). */
const safelisted: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);
/** Headers that no page can read (Fetch, "forbidden response-header name"). */
const secret: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);

/** Checks the documented headers of a response: each is valid, invalid, missing or not visible. */
export function checkHeaders(
  {operation, result, allHeaders}: Pick<CheckInput, 'operation' | 'result' | 'allHeaders'>,
  {headers}: Pick<OperationResponse, 'headers'>,
): CheckOutcome {
  const differences: Difference[] = [];
  const unjudged: Unchecked[] = [];
  const isHidden = hiddenNames(result.headers, allHeaders);
  const unseen: ResponseHeader[] = [];
  for (const header of headers) {
    const {name, required} = header;
    const value = headerValue(result.headers, name);
    if (value === undefined) {
      if (isHidden(name)) {
        unseen.push(header);
      } else if (required) {
        differences.push({type: 'missing-header', name});
      }
      continue;
    }
    const faults = faultsOf(operation, header, value);
    if (faults) {
      differences.push(...faults.map(({message}) => ({type: 'header', name, message}) as const));
    } else {
      unjudged.push({type: 'header', name});
    }
  }
  const required = unseen.filter(header => header.required).map(({name}) => name);
  const isSecret = (name: string): boolean => secret.has(name.toLowerCase());
  const ofType = (type: 'hidden-headers' | 'secret-headers', names: readonly string[]): Unchecked[] =>
    names.length === 0 ? [] : [{type, names}];
  const unchecked = [
    ...ofType(
      'hidden-headers',
      required.filter(name => !isSecret(name)),
    ),
    ...ofType('secret-headers', required.filter(isSecret)),
    ...unjudged,
  ];
  const isChecked =
    unchecked.length === 0 && headers.some(header => header.required || !unseen.includes(header));
  return {
    differences,
    checked: isChecked ? [unseen.length === 0 ? 'headers' : 'required-headers'] : [],
    unchecked,
  };
}

/** Returns a function that says of a header which the page does not see whether it may be there nevertheless. */
function hiddenNames(headers: ResponseResult['headers'], allHeaders: boolean): (name: string) => boolean {
  const exposing = 'access-control-expose-headers';
  const exposed = new Set(
    (headerValue(headers, exposing) ?? '').split(',').map(name => name.trim().toLowerCase()),
  );
  // With cookies, `*` exposes nothing (Fetch §4.10). A list that names its own header may be visible for that reason
  // alone.
  const exposesAll = allHeaders || (exposed.has('*') && !exposed.has(exposing));
  return written => {
    const name = written.toLowerCase();
    return secret.has(name) || !(exposesAll || safelisted.has(name) || exposed.has(name));
  };
}

/** Undefined if the schema cannot be used for validation. */
function faultsOf(
  operation: Operation,
  header: ResponseHeader,
  value: string,
): readonly Pick<SchemaFault, 'message'>[] | undefined {
  const read = readings(operation, header, value);
  if (read.length === 0) {
    return [{message: say('notJson')}];
  }
  const outcomes = read.map(reading => schemaFaults(operation, header.schema, reading, translate));
  const isOfType = (faults: readonly SchemaFault[] | undefined): boolean =>
    !faults?.some(({keyword, pointer}) => keyword === 'type' && pointer === '#');
  return outcomes.find(faults => faults?.length === 0) ?? outcomes.find(isOfType) ?? outcomes.at(-1);
}

/**
 * The values that the text of a header can represent, by style `simple` (OpenAPI 3.1 §4.8.12.2): `5` is a number and a
 * text. A header that is described by `content` has the value that its media type gives; none if the text is not of
 * that type.
 */
function readings(operation: Operation, header: ResponseHeader, value: string): readonly Json[] {
  const {name, contentType, explode = false} = header;
  if (contentType !== undefined) {
    return bodyKind(contentType) === 'json' ? parsed(value) : [value];
  }
  const read = deserialiseHeader({name, style: 'simple', explode}, shapeOf(operation, header), value);
  switch (read.type) {
    case 'text':
      return [scalar(value), value];
    case 'list':
      return [value.trim() === '' ? [] : read.items.map(itemJson)];
    case 'object':
      return [Object.fromEntries(read.members.map(([key, item]) => [key, itemJson(item)]))];
  }
}

function parsed(text: string): readonly Json[] {
  try {
    const value: Json = JSON.parse(text);
    return [value];
  } catch {
    return [];
  }
}

function itemJson({text, isString}: ReadItem): Json {
  return isString ? text : scalar(text);
}

function scalar(text: string): Json {
  if (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) {
    return Number(text);
  }
  switch (text) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return text;
  }
}
