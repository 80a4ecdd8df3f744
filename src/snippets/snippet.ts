import type {ApiRequest, Credential} from '../request/apiRequest';

export type Language = 'curl' | 'node' | 'python' | 'go';

export interface SnippetOptions {
  /**
   * How a credential stands in the code: read from its environment `variable`; the same with the value as visible
   * `fallback`, for a mock's key that opens nothing; or the `literal` value, when the reader asks for it.
   */
  readonly credentials?: 'variable' | 'fallback' | 'literal';
  /** A whole `program`, or the `call` alone, to be pasted into one: `response` (`resp` in Go) is then what came back. */
  readonly scope?: 'program' | 'call';
}

/** How a credential stands in the code. */
export type Shown = NonNullable<SnippetOptions['credentials']>;

/** Makes the code of one language. The request has been checked: it can be sent. */
export type PrintSnippet = (request: ApiRequest, options: Required<SnippetOptions>) => string;

/** A request that no client could send, so that there is no honest sample of it. */
export class UnprintableRequest extends Error {
  override readonly name = 'UnprintableRequest';
}

/** A text of which a part is a secret: what stands before it, and the credential whose value follows. */
export interface SecretText {
  readonly prefix: string;
  readonly credential: Credential;
}

/** The header that carries a credential, but for the value of basic authentication, which clients encode themselves. */
export function credentialHeader(
  credential: Credential,
): {readonly name: string; readonly value: SecretText} | undefined {
  switch (credential.type) {
    case 'bearer':
      return {name: 'Authorization', value: {prefix: 'Bearer ', credential}};
    case 'basic':
      return undefined;
    case 'apiKey':
      switch (credential.in) {
        case 'header':
          return {name: credential.name, value: {prefix: '', credential}};
        case 'cookie':
          return {name: 'Cookie', value: {prefix: `${credential.name}=`, credential}};
        case 'query':
          return undefined;
      }
  }
}

/** The URL up to where a credential in the query is to be added, and that credential. */
export function splitQueryCredential(request: ApiRequest): {
  readonly url: string;
  readonly credential?: Credential;
} {
  const credential = request.credentials.find(one => one.type === 'apiKey' && one.in === 'query');
  if (credential?.type !== 'apiKey') {
    return {url: request.url};
  }
  const separator = request.url.includes('?') ? '&' : '?';
  return {url: `${request.url}${separator}${encodeURIComponent(credential.name)}=`, credential};
}

/** `application/x-www-form-urlencoded` as the URL standard writes it. */
export function encodedForm(fields: readonly {readonly name: string; readonly value: string}[]): string {
  return new URLSearchParams(fields.map(({name, value}) => [name, value])).toString();
}
