import type {MediaType, Operation, OperationResponse} from '../api/operation';
import {exampleOf} from '../api/schema/example';
import type {Answer} from './answer';
import {documentedHeaders} from './documentedHeaders';
import {concrete, exampleContent} from './generic/exampleContent';
import {generateValue} from './generic/generateValue';
import {isJson} from './mediaType';
import {preferredMediaType} from './negotiate';
import {problem} from './problem';

/** What a reader asks of the mock with the header `Prefer` (RFC 7240). */
interface Preferences {
  /** Answer with this status. */
  readonly code?: string;
  /** Answer with the documented example of this name. */
  readonly example?: string;
  /** Answer with values made from the schema. */
  readonly dynamic: boolean;
}

/**
 * The canned answer that the header `Prefer` asks for, or undefined. Like every preference, one that cannot be met is
 * ignored; `Preference-Applied` tells which one was met. Any status from 400 to 599 can be had.
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
  const applied = Object.entries(wanted)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
  const headers = {'Preference-Applied': applied};
  if (!response) {
    return /^[45]\d\d$/.test(wanted.code ?? '')
      ? problem(operation, Number(wanted.code), {headers: {...headers, ...requiredHeaders(wanted.code)}})
      : undefined;
  }
  const status = statusOf(response, wanted.code);
  const mediaType = preferredMediaType(response.content, accept) ?? response.content[0];
  const sent = {...headers, ...documentedHeaders(operation, response), ...requiredHeaders(String(status))};
  return mediaType
    ? {status, headers: sent, ...contentOf(operation, mediaType, wanted, random)}
    : {status, headers: sent};
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
  const ofCode =
    code === undefined
      ? responses
      : responses.filter(({status}) => status === code || status === `${code.charAt(0)}XX`);
  const named = ofCode.filter(({content}) =>
    content.some(({examples}) => examples.some(({name}) => name === example)),
  );
  const candidates = example === undefined ? ofCode : named;
  return candidates.find(({status}) => status.startsWith('2')) ?? candidates[0];
}

function statusOf({status}: OperationResponse, code: string | undefined): number {
  const number = Number(code ?? status);
  return Number.isNaN(number) ? Number(status.replace(/X/g, '0')) || 200 : number;
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
    ? generateValue(operation, schema ?? true, random)
    : named
      ? named.value
      : exampleOf(operation, schema ?? true, 'response');
  return /json/i.test(type) || typeof value !== 'string'
    ? {
        content: {
          mediaType: type.includes('*') ? 'application/json' : type,
          data: JSON.stringify(value, null, 2),
        },
      }
    : {content: {mediaType: concrete(type), data: value}};
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
