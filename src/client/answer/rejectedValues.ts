import {statusClass} from '../../api/http/status';
import {unescapedStep} from '../../api/http/pointer';
import {isObject, items, member, memberOrItem, text} from '../../api/json';
import type {Operation, Parameter, Schema} from '../../api/operation';
import {percentDecoded} from '../../api/percentDecoding';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {RequestProblem} from '../../request/apiRequest';
import {isWithin} from '../../request/form/fieldFaults';
import {addressWithin} from '../../request/form/formField';
import {jsonValue} from '../../request/json/jsonText';
import {chosenBody, type RequestValues} from '../../request/values';
import type {Result} from '../result';
import {answerKind} from './bodyKind';

/** The names that APIs use for the place of an invalid value: RFC 9457's pointer first, then those of frameworks. */
const placeNames = ['pointer', 'loc', 'field', 'param', 'parameter', 'path', 'property', 'name'];
const messageNames = ['detail', 'message', 'msg', 'reason', 'description', 'error', 'title', 'code'];

/**
 * How deep to look for lists of errors, how many errors to read, and of how many characters, so that a response cannot
 * block the page.
 */
const DEEPEST = 6;
const MOST = 100;
const LONGEST = 1_000_000;

interface Named {
  /** The part of the request that is named; any part if left out. */
  readonly part: string | undefined;
  readonly steps: readonly string[];
  readonly message: string;
}

/**
 * The values that an error response reports as invalid, by their addresses in the form. It reads a JSON body of any 4xx
 * that names them by JSON Pointer (RFC 9457 §3), by path (`items[0].price`, `["body", "email"]`), or as members of
 * `errors`. Names that the request does not have are left out.
 */
export function rejectedValues(
  operation: Operation,
  values: RequestValues,
  result: Result,
): readonly RequestProblem[] {
  if (result.type !== 'response' || statusClass(result.status) !== 4 || answerKind(result) !== 'json') {
    return [];
  }
  const {text: body = ''} = result.body;
  const found = body.length > LONGEST ? [] : namedIn(jsonValue(body), 0).slice(0, MOST);
  const problems = found.flatMap(named => {
    const at = addressOf(operation, values, named);
    return at === undefined ? [] : [{at, message: named.message}];
  });
  return problems.filter(
    ({at, message}, index) =>
      problems.findIndex(other => other.at === at && other.message === message) === index,
  );
}

/** The rejected values that have not been changed since they were sent. */
export function stillRejected(
  rejected: readonly RequestProblem[],
  sent: RequestValues,
  now: RequestValues,
): readonly RequestProblem[] {
  return rejected.filter(({at}) => valueAt(sent, at) === valueAt(now, at));
}

/** The value at an address as a text to compare. */
function valueAt(values: RequestValues, at: string): string | undefined {
  const parameter = Object.entries(values.parameters).find(([key]) =>
    isWithin(at, `parameters/${key.replace('.', '/')}`),
  );
  if (parameter || !isWithin(at, 'body')) {
    return parameter?.[1];
  }
  const [, ...path] = at.split('/').map(unescapedStep);
  const body = chosenBody(values);
  switch (body?.type) {
    case 'text':
      return JSON.stringify(path.reduce<unknown>(memberOrItem, jsonValue(body.text)));
    case 'fields':
      return JSON.stringify(body.fields.filter(({name}) => name === path[0]));
    case 'file':
    case undefined:
      return undefined;
  }
}

function namedIn(value: unknown, depth: number): readonly Named[] {
  if (depth > DEEPEST) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.slice(0, MOST).flatMap(item => namedIn(item, depth + 1));
  }
  if (!isObject(value)) {
    return [];
  }
  const own = ownPlace(value);
  const inside = Object.entries(value).flatMap(([name, inner]) => [
    ...(/^(errors|error|fields|details)$/i.test(name) ? membersOf(inner) : []),
    ...namedIn(inner, depth + 1),
  ]);
  return own ? [own, ...inside] : inside;
}

/** An object that names one value and says what is wrong with it. */
function ownPlace(value: Record<string, unknown>): Named | undefined {
  const source = member(value, 'source');
  const place = [value, source].flatMap(holder => placeNames.map(name => member(holder, name)));
  const steps = place.map(stepsOf).find(found => found !== undefined && found.length > 0);
  const message = messageNames
    .map(name => text(member(value, name)))
    .find(words => words !== undefined && words !== '');
  if (!steps || message === undefined) {
    return undefined;
  }
  const part = text(member(value, 'in')) ?? text(member(value, 'location'));
  return {part: part ?? (member(source, 'parameter') === undefined ? undefined : 'query'), steps, message};
}

/** `{"email": ["is taken"]}`, as Rails, Laravel and ASP.NET write errors. */
function membersOf(value: unknown): readonly Named[] {
  return !isObject(value)
    ? []
    : Object.entries(value).flatMap(([name, said]) =>
        [said, ...items(said)].flatMap(message =>
          typeof message === 'string' ? [{part: undefined, steps: stepsOf(name) ?? [], message}] : [],
        ),
      );
}

function stepsOf(place: unknown): readonly string[] | undefined {
  if (Array.isArray(place)) {
    return place.filter(step => typeof step === 'string' || typeof step === 'number').map(String);
  }
  if (typeof place !== 'string') {
    return undefined;
  }
  const pointer = /^#?\/(.*)$/s.exec(place)?.[1];
  return pointer === undefined
    ? place.split(/[.[\]]+/).filter(step => step !== '' && step !== '$')
    : // A pointer in a fragment is percent-encoded (RFC 6901 §6).
      (place.startsWith('#') ? percentDecoded(pointer) : pointer).split('/').map(unescapedStep);
}

/** Words before the place that name a part of the request. */
const partNames: ReadonlySet<string> = new Set([
  'body',
  'query',
  'path',
  'header',
  'headers',
  'cookie',
  'request',
]);

function addressOf(operation: Operation, values: RequestValues, named: Named): string | undefined {
  const [first = '', ...rest] = named.steps;
  const direct = inPart(operation, values, named.part, named.steps);
  return (
    direct ?? (partNames.has(first) && rest.length > 0 ? inPart(operation, values, first, rest) : undefined)
  );
}

function inPart(
  operation: Operation,
  values: RequestValues,
  part: string | undefined,
  [first = '', ...rest]: readonly string[],
): string | undefined {
  const isAny = part === undefined || part === 'request';
  const name = isAny || part === 'body' ? bodyMember(operation, values, first) : undefined;
  if (name !== undefined) {
    return rest.reduce(addressWithin, addressWithin('body', name));
  }
  const location = part === 'headers' ? 'header' : part;
  const parameter = operation.parameters.find(
    known => (isAny || known.in === location) && isNamed(known, first),
  );
  return parameter && rest.reduce(addressWithin, `parameters/${parameter.in}/${parameter.name}`);
}

function isNamed(parameter: Parameter, name: string): boolean {
  return parameter.in === 'header'
    ? parameter.name.toLowerCase() === name.toLowerCase()
    : parameter.name === name;
}

/**
 * The member of the body that a name stands for; some servers report names with a different first letter than they
 * accept.
 */
function bodyMember(operation: Operation, values: RequestValues, name: string): string | undefined {
  const body = chosenBody(values);
  const written = body?.type === 'text' ? jsonValue(body.text) : undefined;
  const names = [
    ...(isObject(written) ? Object.keys(written) : []),
    ...(body?.type === 'fields' ? body.fields.map(field => field.name) : []),
    ...Object.keys(mergedSchema(operation, schemaOf(operation, values)).properties ?? {}),
  ];
  return (
    names.find(known => known === name) ?? names.find(known => known.toLowerCase() === name.toLowerCase())
  );
}

function schemaOf({requestBody}: Operation, {mediaType}: RequestValues): Schema {
  return requestBody?.content.find(({type}) => type === mediaType)?.schema ?? true;
}
