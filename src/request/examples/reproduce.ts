import type {Operation, Reproduction, SecurityScheme} from '../../api/operation';
import type {ApiRequest, Body, HeaderField} from '../apiRequest';
import {buildRequest} from '../wire/build';
import {credentialFor, requiredCredentials} from '../credentials';
import {bodyKind} from '../mediaTypes';
import {encodeAll} from '../percentEncoding';
import {sampleValues} from './sampleValues';
import {textOf, parameterKey, type RequestValues} from '../values';

/**
 * The request that makes the mock, in its initial state, respond with a documented status: the operation's first
 * example, or the named one, changed as the document's `x-reproduce` says; unchanged if it says nothing.
 */
export function reproductionRequest(
  operation: Operation,
  reproduction: Reproduction | undefined,
  baseUrl: string,
  example?: string,
): ApiRequest {
  const values = withParameters(operation, sampleValues(operation, example), reproduction?.parameters ?? {});
  const {request} = buildRequest(operation, values, {
    baseUrl,
    credentials: credentialsOf(requiredCredentials(operation), reproduction?.credential),
  });
  return reproduction
    ? {
        ...request,
        url: withUnknownQuery(operation, request.url, reproduction.parameters),
        headers: withHeaders(request.headers, reproduction.headers),
        body: bodyOf(request.body, reproduction),
      }
    : request;
}

function withParameters(
  operation: Operation,
  values: RequestValues,
  parameters: Reproduction['parameters'],
): RequestValues {
  const known = operation.parameters
    .map(parameterKey)
    .filter(key => Object.hasOwn(parameters, key))
    .map(key => [key, textOf(parameters[key] ?? null)] as const);
  return {...values, parameters: {...values.parameters, ...Object.fromEntries(known)}};
}

/** Query parameters that the operation does not have: sending one can be the point. */
function withUnknownQuery(operation: Operation, url: string, parameters: Reproduction['parameters']): string {
  const known = new Set(operation.parameters.map(parameterKey));
  const pairs = Object.entries(parameters)
    .filter(([key]) => key.startsWith('query.') && !known.has(key))
    .map(([key, value]) => `${encodeAll(key.slice('query.'.length))}=${encodeAll(textOf(value))}`);
  return pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function withHeaders(
  headers: readonly HeaderField[],
  changes: Reproduction['headers'],
): readonly HeaderField[] {
  const changed = new Set(Object.keys(changes).map(name => name.toLowerCase()));
  return [
    ...headers.filter(({name}) => !changed.has(name.toLowerCase())),
    ...Object.entries(changes).map(([name, value]) => ({name, value})),
  ];
}

function credentialsOf(schemes: readonly SecurityScheme[], credential: Reproduction['credential']) {
  return credential === null
    ? []
    : schemes.map(scheme => credentialFor(scheme, credential ?? scheme.mockCredential));
}

function bodyOf(body: Body, {body: value, bodyText, mediaType}: Reproduction): Body {
  const text = bodyText ?? (value === undefined ? undefined : JSON.stringify(value, null, 2));
  const sentAs = mediaType ?? ('mediaType' in body ? body.mediaType : 'application/json');
  if (text === undefined) {
    return 'mediaType' in body ? {...body, mediaType: sentAs} : body;
  }
  return {type: bodyKind(sentAs) === 'json' ? 'json' : 'text', mediaType: sentAs, text};
}
