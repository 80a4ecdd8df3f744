import type {Operation, Parameter, Server} from '../api/operation';
import {MADE_OPERATION} from './madeOperation';
import type {ApiRequest, HeaderField} from './apiRequest';
import {initialValues} from './initialValues';
import {mediaTypeEssence} from './mediaTypes';
import {isStructured} from './build';
import {parameterKey, type BodyValues, type RequestValues} from './values';

/** What the match needs to know of an operation. */
export interface CatalogEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly servers: readonly Server[];
}

export interface Match {
  readonly id: string;
  /** What stands before the operation's path in the URL. */
  readonly baseUrl: string;
}

/** The operation that a request calls: on one of its own servers first, else by the end of its path. */
export function matchOperation(catalog: readonly CatalogEntry[], request: ApiRequest): Match | undefined {
  const address = withoutQuery(request.url);
  const matches = catalog
    .filter(({method}) => method === request.method)
    .flatMap(entry => {
      const found = new RegExp(`^(.*?)${pathPattern(entry.path).source}`).exec(address);
      const baseUrl = found?.[1];
      return baseUrl !== undefined && URL.canParse(baseUrl) ? [{entry, baseUrl}] : [];
    });
  const own = matches.filter(({entry, baseUrl}) => entry.servers.some(({url}) => url === baseUrl));
  // Among several, the one with the fewest templates says the most.
  const [best] = [...own, ...matches.filter(match => !own.includes(match))].sort(
    (a, b) => Number(own.includes(b)) - Number(own.includes(a)) || templates(a.entry) - templates(b.entry),
  );
  return best && {id: best.entry.id, baseUrl: best.baseUrl};
}

/** The values of a form that make this request: the reverse of building it. Credentials are left out. */
export function valuesFromRequest(operation: Operation, request: ApiRequest): RequestValues {
  const address = withoutQuery(request.url);
  const pathMatch = pathPattern(operation.path).exec(address);
  const path = operation.parameters.filter(({in: location}) => location === 'path');
  const pairs = queryPairs(request.url);
  const query = operation.parameters.filter(({in: location}) => location === 'query');
  const header = operation.parameters.filter(({in: location}) => location === 'header');
  const isParameter = ({name}: HeaderField): boolean =>
    header.some(parameter => parameter.name.toLowerCase() === name.toLowerCase());
  return {
    parameters: Object.fromEntries([
      ...path.flatMap(parameter =>
        keyed(parameter, decode(pathMatch?.groups?.[groupName(operation, parameter)])),
      ),
      ...query.flatMap(parameter => keyed(parameter, queryText(operation, parameter, pairs))),
      ...header.flatMap(parameter =>
        keyed(
          parameter,
          request.headers.find(field => field.name.toLowerCase() === parameter.name.toLowerCase())?.value,
        ),
      ),
    ]),
    ...furtherQuery(query, pairs),
    headers: request.headers.filter(field => !isParameter(field)),
    ...bodyValues(operation, request),
  };
}

/** What the query holds beyond the parameters of the operation. */
function furtherQuery(
  parameters: readonly Parameter[],
  pairs: readonly QueryPair[],
): Pick<RequestValues, 'query'> {
  const further = pairs.filter(pair => !parameters.some(parameter => parameter.name === pair.name));
  return further.length === 0 ? {} : {query: further.map(({name, value}) => ({name, value}))};
}

/** An operation for a request that none of the document's fits, so that the same form can edit it. */
export function operationFromRequest(request: ApiRequest): Operation {
  const {origin, pathname} = URL.canParse(request.url)
    ? new URL(request.url)
    : {origin: 'https://example.com', pathname: '/'};
  const names = [...new Set(queryPairs(request.url).map(({name}) => name))];
  const {body} = request;
  const mediaType = body.type === 'none' || body.type === 'multipart' ? undefined : body.mediaType;
  return {
    id: MADE_OPERATION,
    method: isHttpMethod(request.method) ? request.method : 'GET',
    path: pathname,
    summary: `${request.method} ${pathname}`,
    deprecated: false,
    tags: [],
    parameters: names.map(name => queryParameter(name)),
    ...(mediaType === undefined
      ? {}
      : {requestBody: {required: false, content: [{type: mediaType, examples: [], encoding: {}}]}}),
    responses: [],
    security: request.credentials.length > 0 ? [[{scheme: 'request', scopes: []}]] : [],
    securitySchemes: request.credentials.slice(0, 1).map(({type, env}) => ({
      id: 'request',
      type: type === 'basic' ? 'basic' : 'bearer',
      env,
      mockCredential: '',
    })),
    servers: [{url: origin, variables: {}}],
    schemas: {},
  };
}

function bodyValues(operation: Operation, {body}: ApiRequest): Pick<RequestValues, 'mediaType' | 'bodies'> {
  const initial = initialValues(operation).bodies;
  const mediaType = documentedType(
    operation,
    body.type === 'multipart' ? 'multipart/form-data' : body.type === 'none' ? undefined : body.mediaType,
  );
  const typed = bodyTyped(body);
  return mediaType === undefined || typed === undefined
    ? {bodies: initial}
    : {mediaType, bodies: {...initial, [mediaType]: typed}};
}

function bodyTyped(body: ApiRequest['body']): BodyValues | undefined {
  switch (body.type) {
    case 'none':
      return undefined;
    case 'json':
    case 'text':
      return {type: 'text', text: body.text};
    case 'form':
      return {type: 'fields', fields: body.fields};
    case 'multipart':
      return {type: 'fields', fields: body.parts};
    case 'file':
      return {type: 'file', file: body.file};
  }
}

/** The document's own spelling of a media type, so that parameters such as a charset make no difference. */
function documentedType(operation: Operation, mediaType: string | undefined): string | undefined {
  if (mediaType === undefined) {
    return undefined;
  }
  const documented = operation.requestBody?.content.find(
    ({type}) => mediaTypeEssence(type) === mediaTypeEssence(mediaType),
  );
  return documented?.type ?? mediaType;
}

function keyed(parameter: Parameter, text: string | undefined): [string, string][] {
  return text === undefined ? [] : [[parameterKey(parameter), text]];
}

/** A list comes back as JSON, as it is typed; anything else as its text. */
function queryText(
  operation: Operation,
  parameter: Parameter,
  pairs: readonly QueryPair[],
): string | undefined {
  const own = pairs.filter(({name}) => name === parameter.name);
  const [first] = own;
  if (first === undefined || !isStructured(operation, parameter.schema)) {
    return first?.value;
  }
  if (parameter.explode) {
    return JSON.stringify(own.map(({value}) => value));
  }
  // Split before decoding: an encoded separator is part of an item.
  const items = first.encoded.split(separatorOf(parameter));
  return items.length === 1 ? first.value : JSON.stringify(items.map(decodeQuery));
}

function separatorOf({style}: Parameter): RegExp {
  switch (style) {
    case 'spaceDelimited':
      return /%20|\+/;
    case 'pipeDelimited':
      return /%7C|\|/i;
    default:
      return /,/;
  }
}

interface QueryPair {
  readonly name: string;
  readonly value: string;
  /** The value as it stands in the URL. */
  readonly encoded: string;
}

function queryPairs(url: string): readonly QueryPair[] {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : (url.slice(start + 1).split('#', 1)[0] ?? '');
  return query
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [name = '', ...rest] = pair.split('=');
      const encoded = rest.join('=');
      return {name: decodeQuery(name), value: decodeQuery(encoded), encoded};
    });
}

/** As `URLSearchParams` reads it: `+` is a space, and what is no percent-encoding stands for itself. */
function decodeQuery(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

function pathPattern(path: string): RegExp {
  let group = 0;
  const source = path
    .split(/(\{[^{}]+\})/)
    .map(part =>
      part.startsWith('{') ? `(?<p${group++}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`${source.join('')}$`);
}

function groupName({path}: Operation, parameter: Parameter): string {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  return `p${names.indexOf(parameter.name)}`;
}

function templates({path}: CatalogEntry): number {
  return path.split('{').length;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isHttpMethod(method: string): method is Operation['method'] {
  return ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'].includes(method);
}

function queryParameter(name: string): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: true,
    schema: {type: 'string'},
    examples: [],
  };
}
