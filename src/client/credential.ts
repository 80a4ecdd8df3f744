/** What a credential belongs to: the one origin that may receive it, and the security scheme it is for. */
export interface CredentialAddress {
  readonly origin: string;
  readonly schemeId: string;
}

export interface KeptSecret {
  readonly value: string;
  /** The grant that came with an OAuth 2 access token; left out for a typed key. */
  readonly grant?: Grant;
}

/** The rest of a token response (RFC 6749 §5.1). */
export interface Grant {
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly refreshToken?: string;
  /** Names separated by spaces. */
  readonly scope?: string;
}

/** `memory` ends with a reload; `tab` is the browser's session storage, which ends with the tab. */
export type KeyStorage = 'memory' | 'tab';

export interface KeptCredential extends CredentialAddress {
  readonly place: KeyStorage;
}
