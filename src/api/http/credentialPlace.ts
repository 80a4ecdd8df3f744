import type {SecurityScheme} from '../operation';

/** Where a request carries a credential. */
export interface CredentialPlace {
  readonly in: 'header' | 'query' | 'cookie';
  /** Of the header field, the query parameter or the cookie. */
  readonly name: string;
  /** What stands there before the credential: `Bearer ` with its space. */
  readonly prefix: string;
}

/** So much of a credential, or of the security scheme that it is for, as says where it goes. */
export type Placed =
  | {readonly type: Exclude<SecurityScheme['type'], 'apiKey'>}
  | {readonly type: 'apiKey'; readonly in: CredentialPlace['in']; readonly name: string};

/** OAuth 2 and OpenID Connect access tokens are bearer tokens (RFC 6750 §2.1); the credential of basic goes as Base64 (RFC 7617 §2). */
export function credentialPlace(credential: Placed): CredentialPlace {
  switch (credential.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return {in: 'header', name: 'Authorization', prefix: 'Bearer '};
    case 'basic':
      return {in: 'header', name: 'Authorization', prefix: 'Basic '};
    case 'apiKey':
      return {in: credential.in, name: credential.name, prefix: ''};
  }
}
