import {compact, items, member, members, text, toJson, type JsonObject} from './json';
import type {ClientCertificate, Parameter, SecurityRequirement, SecurityScheme} from './operation';
import {atPointer, dereference} from './references';

/** What a request must carry, and how: the alternatives, and the schemes that they name. */
export interface Security {
  readonly security: readonly SecurityRequirement[];
  readonly securitySchemes: readonly SecurityScheme[];
  readonly clientCertificate?: ClientCertificate;
}

/**
 * The security of an operation: its own, even when that is an empty list, else the document's (OpenAPI 3.1 §4.8.10).
 * A scheme that is not part of a request, such as mutual TLS, is left out of the requirements, and so is a requirement of such
 * schemes alone: it would read as one that asks for nothing. A certificate is told apart.
 */
export function readSecurity(document: JsonObject, operation: JsonObject): Security {
  const schemes = new Map(
    members(atPointer(document, '#/components/securitySchemes')).flatMap(([id, scheme]) => {
      const read = readScheme(id, dereference(document, scheme), title(document));
      return read ? [[id, read] as const] : [];
    }),
  );
  const asked = items(operation['security'] ?? document['security']);
  const requirements = asked.map(requirement => ({
    open: members(requirement).length === 0,
    named: members(requirement)
      .filter(([scheme]) => schemes.has(scheme))
      .map(([scheme, scopes]) => ({scheme, scopes: items(scopes).map(String)})),
  }));
  const security = requirements.filter(({open, named}) => open || named.length > 0).map(({named}) => named);
  const used = new Set(security.flatMap(requirement => requirement.map(({scheme}) => scheme)));
  const clientCertificate = readCertificate(document, asked);
  return {
    ...(clientCertificate && {clientCertificate}),
    security,
    securitySchemes: [...schemes.values()]
      .filter(({id}) => used.has(id))
      .map(scheme => withOwnVariable(scheme, schemes, security, title(document))),
  };
}

function readCertificate(
  document: JsonObject,
  requirements: readonly unknown[],
): ClientCertificate | undefined {
  const certificates = new Map(
    members(atPointer(document, '#/components/securitySchemes'))
      .map(([id, scheme]) => [id, dereference(document, scheme)] as const)
      .filter(([, scheme]) => scheme['type'] === 'mutualTLS'),
  );
  const named = requirements.map(requirement =>
    members(requirement).flatMap(([id]) => {
      const scheme = certificates.get(id);
      return scheme ? [scheme] : [];
    }),
  );
  const [scheme] = named.flat();
  return (
    scheme &&
    compact({
      description: text(scheme['description']),
      required: named.every(certificate => certificate.length > 0),
    })
  );
}

/** Whether a parameter is what a scheme says already: some documents describe a key as both, and it is sent once. */
export function isCredential(scheme: SecurityScheme, {in: location, name}: Parameter): boolean {
  return (
    scheme.type === 'apiKey' &&
    scheme.in === location &&
    (location === 'header' ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name)
  );
}

/** Keys that go together cannot share a variable: each but the first is then named by its scheme. */
function withOwnVariable(
  scheme: SecurityScheme,
  schemes: ReadonlyMap<string, SecurityScheme>,
  security: readonly SecurityRequirement[],
  apiTitle: string,
): SecurityScheme {
  const isTaken = security.some(requirement => {
    const place = requirement.findIndex(named => named.scheme === scheme.id);
    return requirement
      .slice(0, Math.max(0, place))
      .some(named => schemes.get(named.scheme)?.env === scheme.env);
  });
  return isTaken
    ? {...scheme, env: environmentVariable(apiTitle, scheme.id.replace(/[^a-z\d]+/gi, '_'))}
    : scheme;
}

function readScheme(id: string, scheme: JsonObject, apiTitle: string): SecurityScheme | undefined {
  const http = text(scheme['scheme'])?.toLowerCase();
  const basic = scheme['type'] === 'http' && http === 'basic';
  const shared = compact({
    id,
    description: text(scheme['description']),
    env: text(scheme['x-env']) ?? environmentVariable(apiTitle, basic ? 'CREDENTIALS' : 'API_KEY'),
    mockCredential: text(scheme['x-mock-credential']) ?? (basic ? 'mock:mock' : `mock-${id}`),
    deprecated: scheme['deprecated'] === true ? (true as const) : undefined,
  });
  switch (scheme['type']) {
    case 'http':
      return readHttpScheme(shared, scheme, http);
    case 'apiKey':
      return {...shared, type: 'apiKey', in: keyLocation(scheme['in']), name: text(scheme['name']) ?? id};
    case 'oauth2':
      return {
        ...shared,
        type: 'oauth2',
        flows: toJson(scheme['flows']),
        ...compact({metadataUrl: text(scheme['oauth2MetadataUrl'])}),
      };
    case 'openIdConnect':
      return {...shared, type: 'openIdConnect', openIdConnectUrl: text(scheme['openIdConnectUrl']) ?? ''};
    default:
      return undefined;
  }
}

type Shared = Pick<SecurityScheme, 'id' | 'description' | 'env' | 'mockCredential' | 'deprecated'>;

/** An HTTP scheme other than bearer and basic is a header that the reader writes whole. */
function readHttpScheme(shared: Shared, scheme: JsonObject, http: string | undefined): SecurityScheme {
  if (http === 'bearer') {
    return {...shared, type: 'bearer', ...compact({bearerFormat: text(scheme['bearerFormat'])})};
  }
  return http === 'basic'
    ? {...shared, type: 'basic'}
    : {
        ...shared,
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        ...compact({httpScheme: text(scheme['scheme'])}),
      };
}

function keyLocation(value: unknown): 'query' | 'header' | 'cookie' {
  return value === 'query' || value === 'cookie' ? value : 'header';
}

function title(document: JsonObject): string {
  return text(member(document['info'], 'title')) ?? '';
}

/** `Pet Store API` and `API_KEY` make `PET_STORE_API_KEY`. */
function environmentVariable(apiTitle: string, ending: string): string {
  const words = apiTitle
    .normalize('NFKD')
    .replace(/\bAPI\b/gi, ' ')
    .match(/[a-z\d]+/gi);
  const name = [...(words ?? []), ending].join('_').toUpperCase();
  return /^\d/.test(name) ? `_${name}` : name;
}
