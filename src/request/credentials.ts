import type {Operation, SecurityScheme} from '../api/operation';
import type {Credential} from './apiRequest';

/** The schemes of each alternative, in the document's order. An empty alternative means: no credentials. */
export function alternatives(operation: Operation): readonly (readonly SecurityScheme[])[] {
  return operation.security.map(requirement =>
    requirement.flatMap(({scheme}) => operation.securitySchemes.filter(({id}) => id === scheme)),
  );
}

/** The security schemes of the operation's first alternative; empty when it needs none. */
export function requiredCredentials(operation: Operation): readonly SecurityScheme[] {
  return alternatives(operation)[0] ?? [];
}

/** What the mock accepts for the operation's first alternative. */
export function mockCredentials(operation: Operation): readonly Credential[] {
  return requiredCredentials(operation).map(scheme => credentialFor(scheme, scheme.mockCredential));
}

/** Where a secret of this scheme goes. OAuth 2 and OpenID Connect access tokens are bearer tokens (RFC 6750 §2.1). */
export function credentialFor(scheme: SecurityScheme, value: string): Credential {
  const {env} = scheme;
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return {type: 'bearer', env, value};
    case 'basic':
      return {type: 'basic', env, value};
    case 'apiKey':
      return {type: 'apiKey', in: scheme.in, name: scheme.name, env, value};
  }
}
