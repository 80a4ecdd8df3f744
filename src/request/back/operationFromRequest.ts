import {grouped} from '../../api/grouped';
import type {Operation, Parameter, SecurityScheme} from '../../api/operation';
import {queryOf, queryPairs} from '../../api/queryPairs';
import type {ApiRequest, Credential} from '../apiRequest';
import {MADE_OPERATION} from './madeOperation';

/** An operation for a request that matches none in the document, so that the same form can edit it. */
export function operationFromRequest(request: ApiRequest): Operation {
  const {origin, pathname} = URL.canParse(request.url)
    ? new URL(request.url)
    : {origin: 'https://example.com', pathname: '/'};
  const pairs = grouped(queryPairs(queryOf(request.url)), ({name}) => name);
  const {body} = request;
  const mediaType = body.type === 'none' || body.type === 'multipart' ? undefined : body.mediaType;
  return {
    id: MADE_OPERATION,
    method: request.method,
    path: pathname,
    summary: `${request.method} ${pathname}`,
    deprecated: false,
    tags: [],
    parameters: [...pairs].map(([name, values]) => queryParameter(name, values.length > 1)),
    ...(mediaType === undefined
      ? {}
      : {requestBody: {required: false, content: [{type: mediaType, examples: [], encoding: {}}]}}),
    responses: [],
    security:
      request.credentials.length > 0
        ? [request.credentials.map((_, index) => ({scheme: schemeId(index), scopes: []}))]
        : [],
    securitySchemes: request.credentials.map(schemeOf),
    servers: [{url: origin, variables: {}}],
    schemas: {},
  };
}

function schemeId(index: number): string {
  return `request ${index + 1}`;
}

/** A scheme that puts a key where this one was. */
function schemeOf(credential: Credential, index: number): SecurityScheme {
  const {env} = credential;
  const base = {id: schemeId(index), env, mockCredential: ''};
  switch (credential.type) {
    case 'bearer':
    case 'basic':
      return {...base, type: credential.type};
    case 'apiKey':
      return {...base, type: 'apiKey', in: credential.in, name: credential.name};
  }
}

/** A parameter that occurs several times is a list. */
function queryParameter(name: string, repeats: boolean): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: true,
    schema: repeats ? {type: 'array', items: {type: 'string'}} : {type: 'string'},
    examples: [],
  };
}
