import {firstStatus, isNamedBy} from '../api/http/documentedStatus';
import {isOfSuccess} from '../api/http/status';
import {withDigits} from '../api/digits';
import {bodyText, textFormat} from '../api/body/bodyText';
import type {MediaType, Operation, OperationResponse} from '../api/operation';
import {valueOf} from '../api/schema/valueOf';
import type {Answer} from './answer';
import {documentedHeaders} from './documentedHeaders';
import {exampleContent} from './generic/exampleContent';
import {concreteMediaType, isJson} from '../api/http/mediaType';
import {preferredMediaType} from './negotiate';
import {problem} from './problem';

/** The preferences of a request's `Prefer` header (RFC 7240). */
interface Preferences {
  /** Respond with this status. */
  readonly code?: string;
  /** Respond with the documented example of this name. */
  readonly example?: string;
  /** Respond with values made from the schema. */
  readonly dynamic: boolean;
}

/**
 * The response that the header `Prefer` requests, or undefined if it requests none; `Preference-Applied` lists what was
 * applied. Any status from 400 to 599 is available. A preference that the document cannot meet is rejected with the
 * available ones: another response would be mistaken for the requested one.
 */
export function preferredAnswer(
  operation: Operation,
  header: string | null,
  accept: string | null,
  random: () => number,
): Answer | undefined {
  const wanted = parsePrefer(header ?? '');
  if (wanted.code === undefined && wanted.example === undefined && !wanted.dynamic) {
    return undefined;
  }
  const response = findResponse(operation, wanted);
  const isError = /^[45]\d\d$/.test(wanted.code ?? '');
  if (!response && (!isError || wanted.example !== undefined)) {
    return problem(operation, 400, {detail: lacking(operation, wanted)});
  }
  const applied = Object.entries(wanted)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
  const headers = {'Preference-Applied': applied};
  if (!response) {
    return problem(operation, Number(wanted.code), {headers: {...headers, ...requiredHeaders(wanted.code)}});
  }
  const status = statusOf(response, wanted.code);
  const mediaType = preferredMediaType(response.content, accept) ?? response.content[0];
  const sent = {...headers, ...documentedHeaders(operation, response), ...requiredHeaders(String(status))};
  return mediaType
    ? {status, headers: sent, ...contentOf(operation, mediaType, wanted, random)}
    : {status, headers: sent};
}

/** Says which preference the operation cannot meet, and which ones it can. */
function lacking({responses}: Operation, {code, example}: Preferences): string {
  const statuses = responses.map(({status}) => status);
  if (code !== undefined && ofStatus(responses, code).length === 0) {
    return `Prefer asks for the status ${code}. This operation documents ${inList(statuses)}; you can also ask for any from 400 to 599.`;
  }
  const among = code === undefined ? responses : ofStatus(responses, code);
  const names = among.flatMap(({content}) => content.flatMap(({examples}) => examples.map(({name}) => name)));
  const asked = `Prefer asks for the example ${example ?? ''}${code === undefined ? '' : ` of ${code}`}.`;
  return names.length === 0
    ? `${asked} The document names none here.`
    : `${asked} The document names ${inList([...new Set(names)])}.`;
}

function inList(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}

/** Undefined for a number that cannot be the status of a response, even if a documented range includes it. */
function ofStatus(responses: readonly OperationResponse[], code: string): readonly OperationResponse[] {
  return /^[2-5]\d\d$/.test(code) ? responses.filter(({status}) => isNamedBy(status, Number(code))) : [];
}

function parsePrefer(header: string): Preferences {
  const items = header.split(/[,;]/).map(item => {
    const [name = '', ...value] = item.split('=');
    return [
      name.trim().toLowerCase(),
      value
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    ] as const;
  });
  const find = (name: string): string | undefined => items.find(([key]) => key === name)?.[1];
  const code = find('code');
  const example = find('example');
  return {
    ...(code === undefined ? {} : {code}),
    ...(example === undefined ? {} : {example}),
    dynamic: find('dynamic') === 'true',
  };
}

function findResponse({responses}: Operation, {code, example}: Preferences): OperationResponse | undefined {
  const ofCode = code === undefined ? responses : ofStatus(responses, code);
  const named = ofCode.filter(({content}) =>
    content.some(({examples}) => examples.some(({name}) => name === example)),
  );
  const candidates = example === undefined ? ofCode : named;
  return candidates.find(({status}) => isOfSuccess(status)) ?? candidates[0];
}

function statusOf({status}: OperationResponse, code: string | undefined): number {
  const number = Number(code);
  return Number.isNaN(number) ? firstStatus(status) : number;
}

function contentOf(
  operation: Operation,
  mediaType: MediaType,
  {example, dynamic}: Preferences,
  random: () => number,
): Pick<Answer, 'json' | 'content'> {
  const {type, schema, examples} = mediaType;
  const named = examples.find(({name}) => name === example) ?? examples[0];
  if (!dynamic && !named && !isJson(type) && !type.includes('*')) {
    return {content: exampleContent(operation, mediaType)};
  }
  const value = dynamic
    ? valueOf(operation, schema ?? true, {direction: 'response', as: 'random', random})
    : named
      ? named.value
      : valueOf(operation, schema ?? true, {direction: 'response', as: 'example'});
  const isText = textFormat(type) !== undefined || (typeof value === 'string' && !/json/i.test(type));
  return {
    content: isText
      ? {mediaType: concreteMediaType(type), data: bodyText(operation, {type, schema}, value)}
      : {
          mediaType: type.includes('*') ? 'application/json' : type,
          data: withDigits(operation, JSON.stringify(value, null, 2)),
        },
  };
}

function requiredHeaders(code: string | undefined): {[name: string]: string} {
  switch (code) {
    case '401':
      return {'WWW-Authenticate': 'Bearer realm="mock"'};
    case '429':
    case '503':
      return {'Retry-After': '1'};
    default:
      return {};
  }
}
