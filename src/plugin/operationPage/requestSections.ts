import type {Operation, Parameter, ParameterLocation, SecurityScheme} from '../../api/operation';
import {serverUrl} from '../../api/serverUrl';
import {line} from './markdown';
import {description, spaced, typeName} from './schemaWords';
import {code, fence, heading, table, type Block, type Inline} from './tree';

/** Method and URL on one line, as the document's first server has it. */
export function requestLine({method, path, servers: [server]}: Operation): Block[] {
  return [heading(2, 'HTTP Request'), fence('http', `${method} ${server ? serverUrl(server) : ''}${path}`)];
}

/** What the request's headers say: credentials, the body's media type, and the operation's own header parameters. */
export function headersSection(operation: Operation): Block[] {
  const rows = [
    ...credentialRows(operation, 'header'),
    ...contentTypeRow(operation),
    ...operation.parameters
      .filter(parameter => parameter.in === 'header')
      .map(parameter => [
        code(parameter.name),
        yesNo(parameter.required),
        parameterWords(operation, parameter),
      ]),
  ];
  return rows.length === 0
    ? []
    : [heading(2, 'Request Headers'), table(['Header', 'Required', 'Description'], rows)];
}

/** The parameters of the path, the query or cookies, credentials that go there included. */
export function parametersSection(
  operation: Operation,
  location: Exclude<ParameterLocation, 'header'>,
): Block[] {
  const rows = [
    ...(location === 'path' ? [] : credentialRows(operation, location)).map(([name, required, words]) => [
      name ?? '',
      'string',
      required ?? '',
      words ?? '',
    ]),
    ...operation.parameters
      .filter(parameter => parameter.in === location)
      .map(parameter => [
        code(parameter.name),
        typeName(operation, parameter.schema),
        yesNo(parameter.required),
        parameterWords(operation, parameter),
      ]),
  ];
  return rows.length === 0
    ? []
    : [heading(2, titles[location]), table(['Parameter', 'Type', 'Required', 'Description'], rows)];
}

const titles = {path: 'Path Parameters', query: 'Query Parameters', cookie: 'Cookies'} as const;

function parameterWords(operation: Operation, parameter: Parameter): Inline {
  const deprecated = parameter.deprecated ? [{type: 'text' as const, value: 'Deprecated.'}] : [];
  return spaced([deprecated, description(operation, parameter.schema, 'request', parameter.description)]);
}

function contentTypeRow({requestBody}: Operation): Inline[][] {
  const types = requestBody?.content.map(({type}) => type) ?? [];
  if (!requestBody || types.length === 0) {
    return [];
  }
  const listed = types.flatMap((type, index) =>
    index === 0 ? code(type) : [{type: 'text' as const, value: ' or '}, ...code(type)],
  );
  const required = requestBody.required ? 'Yes' : 'With a body';
  return [[code('Content-Type'), required, [{type: 'text', value: 'Must be '}, ...listed]]];
}

/** A row for each scheme whose credential goes to this place. It is not required where no credentials are one choice. */
function credentialRows(operation: Operation, location: 'header' | 'query' | 'cookie'): Inline[][] {
  const optional = operation.security.some(requirement => requirement.length === 0);
  const required = optional ? 'No' : operation.security.length > 1 ? 'One of the choices' : 'Yes';
  return operation.securitySchemes
    .filter(scheme => (scheme.type === 'apiKey' ? scheme.in : 'header') === location)
    .map(scheme => [
      code(credentialName(scheme)),
      required,
      line(scheme.description ?? credentialWords(scheme)),
    ]);
}

function credentialName(scheme: SecurityScheme): string {
  return scheme.type === 'apiKey' ? scheme.name : 'Authorization';
}

function credentialWords(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return '`Bearer` and your access token';
    case 'basic':
      return '`Basic` and your user name and password, Base64-encoded';
    case 'apiKey':
      return 'Your API key';
  }
}

function yesNo(required: boolean): string {
  return required ? 'Yes' : 'No';
}
