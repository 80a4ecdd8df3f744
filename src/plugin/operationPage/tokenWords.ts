import {member, text} from '../../api/json';
import type {Json, SecurityScheme} from '../../api/operation';
import {messages} from '../../words';
import {ownLine} from './markdown';
import {paragraph, type Block} from './tree';

const say = messages('tokens', {
  authorizationCode:
    'OAuth 2.0 with an authorization code: sign in at {authorizationUrl}; {tokenUrl} issues the token.',
  implicit: 'OAuth 2.0 with the implicit flow: sign in at {authorizationUrl}, which issues the token.',
  password: 'OAuth 2.0 with user name and password: {tokenUrl} issues the token.',
  clientCredentials: 'OAuth 2.0 with client credentials: {tokenUrl} issues the token.',
  deviceAuthorization:
    'OAuth 2.0 for devices: {deviceAuthorizationUrl} issues a code to enter in a browser, then {tokenUrl} the token.',
  metadata: 'The metadata of the authorization server is at {url}.',
});

/** Which addresses each flow needs (OpenAPI 3.2 §4.31). */
const addresses = {
  authorizationCode: ['authorizationUrl', 'tokenUrl'],
  implicit: ['authorizationUrl'],
  password: ['tokenUrl'],
  clientCredentials: ['tokenUrl'],
  deviceAuthorization: ['deviceAuthorizationUrl', 'tokenUrl'],
} as const;

const flowNames = [
  'authorizationCode',
  'implicit',
  'password',
  'clientCredentials',
  'deviceAuthorization',
] as const;

/** How a token of this scheme is had: a sentence for each flow that the document gives the addresses of. */
export function tokenWords(scheme: SecurityScheme): Block[] {
  switch (scheme.type) {
    case 'oauth2':
      return [...flowNames.map(name => flowWords(scheme.flows, name)), metadataWords(scheme.metadataUrl)]
        .filter(words => words !== undefined)
        .map(words => paragraph(ownLine(words)));
    case 'bearer':
    case 'basic':
    case 'apiKey':
    case 'openIdConnect':
      return [];
  }
}

function flowWords(flows: Json, name: (typeof flowNames)[number]): string | undefined {
  const flow = member(flows, name);
  const urls = addresses[name].map(key => [key, text(member(flow, key))] as const);
  return urls.some(([, url]) => url === undefined)
    ? undefined
    : say(name, Object.fromEntries(urls.map(([key, url]) => [key, `\`${url}\``])));
}

function metadataWords(url: string | undefined): string | undefined {
  return url === undefined ? undefined : say('metadata', {url: `\`${url}\``});
}
