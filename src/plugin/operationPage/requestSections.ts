import {credentialPlace} from '../../api/http/credentialPlace';
import type {Operation, ParameterLocation, SecurityScheme} from '../../api/operation';
import {serverUrl} from '../../api/serverUrl';
import {messages} from '../../words';
import {parameterLine} from './fieldLines';
import {fieldList, type FieldLine} from './fieldList';
import {blocks, ownLine} from './markdown';
import {standing} from './marks';
import {tokenWords} from './tokenWords';
import {element, heading, paragraph, type Block} from './tree';

const say = messages('requestSection', {
  headers: 'Request Headers',
  path: 'Path Parameters',
  query: 'Query Parameters',
  cookie: 'Cookies',
  required: 'required',
  requiredWithBody: 'required with a body',
  choice: 'one of the variants',
  contentType: 'Must be {types}',
  or: '{one} or {other}',
  bearer: '`Bearer` and your access token',
  basic: '`Basic` and your user name and password, Base64-encoded',
  apiKey: 'Your API key',
  digest:
    '`Digest` and your response to the challenge of the server. It is valid for one request, so a client computes it, as curl does with `--digest --user NAME:PASSWORD`.',
  httpScheme:
    'A credential of the HTTP authentication scheme {scheme}, with the name of the scheme before it.',
  certificate:
    'Needs a client certificate (mutual TLS). A client presents it when it connects, as curl does with `--cert FILE --key FILE`.',
  certificateChoice:
    'A client certificate (mutual TLS) is one of the ways to authenticate. A client presents it when it connects, as curl does with `--cert FILE --key FILE`.',
  together: 'Together with {names}',
  scope: 'Scope: {scopes}',
  scopes: 'Scopes: {scopes}',
});

/** Method and URL on one line, as the document's first server has it, with the way to the form. */
export function requestLine({id, method, path, servers: [server]}: Operation): Block {
  return element('RequestLine', {operation: id, method, base: server ? serverUrl(server) : '', path});
}

/** What the connection needs, before any request. */
export function connectionWords({clientCertificate}: Operation): Block[] {
  if (!clientCertificate) {
    return [];
  }
  const {required, description} = clientCertificate;
  return [
    paragraph(ownLine(say(required ? 'certificate' : 'certificateChoice'))),
    ...(description === undefined ? [] : blocks(description)),
  ];
}

/** What the request's headers say: credentials, the body's media type, and the operation's own header parameters. */
export function headersSection(operation: Operation): Block[] {
  const lines = [
    ...credentialLines(operation, 'header'),
    ...contentTypeLine(operation),
    ...parameterLines(operation, 'header'),
  ];
  return lines.length === 0
    ? []
    : [heading(2, say('headers'), 'request-headers'), ...fieldList({lines, choices: []}, 'header')];
}

/** The parameters of the path, the query or cookies, credentials that go there included. */
export function parametersSection(
  operation: Operation,
  location: Exclude<ParameterLocation, 'header'>,
): Block[] {
  const lines = [
    ...(location === 'path' ? [] : credentialLines(operation, location)),
    ...parameterLines(operation, location),
  ];
  return lines.length === 0
    ? []
    : [heading(2, say(location), anchors[location]), ...fieldList({lines, choices: []}, location)];
}

const anchors = {path: 'path-parameters', query: 'query-parameters', cookie: 'cookies'} as const;

function parameterLines(operation: Operation, location: ParameterLocation): FieldLine[] {
  return operation.parameters
    .filter(parameter => parameter.in === location)
    .map(parameter => parameterLine(operation, parameter));
}

function contentTypeLine({requestBody}: Operation): FieldLine[] {
  const types = requestBody?.content.map(({type}) => type) ?? [];
  if (!requestBody || types.length === 0) {
    return [];
  }
  const listed = types.map(type => `\`${type}\``).reduce((one, other) => say('or', {one, other}));
  const required = say(requestBody.required ? 'required' : 'requiredWithBody');
  return [{path: 'Content-Type', required, words: [paragraph(ownLine(say('contentType', {types: listed})))]}];
}

/** A line for each scheme whose credential goes to this place. It is not required where no credentials are one choice. */
function credentialLines(operation: Operation, location: 'header' | 'query' | 'cookie'): FieldLine[] {
  const optional = operation.security.some(requirement => requirement.length === 0);
  const isAlways = ({id}: SecurityScheme): boolean =>
    operation.clientCertificate?.required !== false &&
    operation.security.every(requirement => requirement.some(({scheme}) => scheme === id));
  return operation.securitySchemes
    .filter(scheme => credentialPlace(scheme).in === location)
    .map(scheme => ({
      path: credentialPlace(scheme).name,
      required: optional ? undefined : say(isAlways(scheme) ? 'required' : 'choice'),
      words: [
        ...standing({deprecated: scheme.deprecated === true}),
        ...(scheme.description === undefined ? [] : blocks(scheme.description)),
        ...(scheme.description === undefined || (scheme.type === 'apiKey' && scheme.httpScheme)
          ? [paragraph(ownLine(credentialWords(scheme)))]
          : []),
        ...tokenWords(scheme),
        ...togetherWords(operation, scheme),
        ...scopeWords(operation, scheme),
      ],
    }));
}

/** The credentials without which this one is not enough; nothing where it is. */
function togetherWords({security, securitySchemes}: Operation, {id}: SecurityScheme): Block[] {
  const sets = security
    .filter(requirement => requirement.some(({scheme}) => scheme === id))
    .map(requirement =>
      securitySchemes
        .filter(other => other.id !== id && requirement.some(({scheme}) => scheme === other.id))
        .map(other => `\`${credentialPlace(other).name}\``)
        .join(' + '),
    );
  if (security.length < 2 || sets.includes('')) {
    return [];
  }
  const names = [...new Set(sets)].reduce((one, other) => say('or', {one, other}));
  return [paragraph(ownLine(say('together', {names})))];
}

/** The scopes that a credential has to have; nothing where a requirement accepts it without any. */
function scopeWords({security}: Operation, {id}: SecurityScheme): Block[] {
  const sets = security.flat().flatMap(({scheme, scopes}) => (scheme === id ? [scopes] : []));
  if (sets.some(scopes => scopes.length === 0)) {
    return [];
  }
  const listed = new Set(sets.map(scopes => scopes.map(scope => `\`${scope}\``).join(', ')));
  const scopes = [...listed].reduce((one, other) => say('or', {one, other}));
  const words = say(sets.some(set => set.length > 1) ? 'scopes' : 'scope', {scopes});
  return [paragraph(ownLine(words))];
}

function credentialWords(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return say('bearer');
    case 'basic':
      return say('basic');
    case 'apiKey':
      return scheme.httpScheme === undefined
        ? say('apiKey')
        : scheme.httpScheme.toLowerCase() === 'digest'
          ? say('digest')
          : say('httpScheme', {scheme: `\`${scheme.httpScheme}\``});
  }
}
