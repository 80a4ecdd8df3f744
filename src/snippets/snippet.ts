import type {ApiRequest, Credential, FileReference} from '../request/apiRequest';

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

/** A request that no client could send, or not the one of a language, so that there is no honest sample of it. */
export class UnprintableRequest extends Error {
  override readonly name = 'UnprintableRequest';
}

/** The path from which samples read a file. */
export function pathOf({name, path = name}: FileReference): string {
  return path;
}

/** A credential of a request, and its place among them, by which samples number their variables. */
export interface Secret {
  readonly credential: Credential;
  readonly index: number;
}

/** A text with secrets in it; no two strings stand side by side. */
export type SecretText = readonly (string | Secret)[];

interface SecretField {
  readonly name: string;
  readonly value: SecretText;
}

/**
 * The headers of a request with those of its credentials, but for basic authentication, which clients encode themselves.
 * A name stands once, as tables of headers have it: what repeats is one list (RFC 9110 §5.3), cookies are one field
 * (RFC 6265 §5.4).
 */
export function sampleHeaders({headers, credentials}: ApiRequest): readonly SecretField[] {
  const typed = headers.map((field): SecretField => ({name: field.name, value: [field.value]}));
  const secret = credentials.flatMap(credentialField);
  // Secrets stand first, as a table of headers begins with who asks, but behind what was typed under their name.
  const byName = new Map(
    [...secret, ...typed].map(({name}) => [name.toLowerCase(), {name, values: [] as SecretText[]}]),
  );
  for (const {name, value} of [...typed, ...secret]) {
    byName.get(name.toLowerCase())?.values.push(value);
  }
  return [...byName].map(([key, {name, values}]) => ({
    name,
    value: joined(values, key === 'cookie' ? '; ' : ', '),
  }));
}

function credentialField(credential: Credential, index: number): SecretField[] {
  const secret = {credential, index};
  switch (credential.type) {
    case 'bearer':
      return [{name: 'Authorization', value: ['Bearer ', secret]}];
    case 'basic':
      return [];
    case 'apiKey':
      switch (credential.in) {
        case 'header':
          return [{name: credential.name, value: [secret]}];
        case 'cookie':
          return [{name: 'Cookie', value: [`${credential.name}=`, secret]}];
        case 'query':
          return [];
      }
  }
}

type QueryCredential = Credential & {readonly type: 'apiKey'; readonly in: 'query'};

export function isInQuery(credential: Credential): credential is QueryCredential {
  return credential.type === 'apiKey' && credential.in === 'query';
}

/** The URL with the credentials of the query behind it, whose values are yet to be encoded. */
export function sampleUrl({url, credentials}: ApiRequest): SecretText {
  const pairs = credentials.flatMap((credential, index): SecretText[] =>
    isInQuery(credential) ? [[`${encodeURIComponent(credential.name)}=`, {credential, index}]] : [],
  );
  return pairs.length === 0 ? [url] : joined([[url], joined(pairs, '&')], url.includes('?') ? '&' : '?');
}

function joined(texts: readonly SecretText[], separator: string): SecretText {
  const pieces: (string | Secret)[] = [];
  for (const piece of texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]))) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      pieces[pieces.length - 1] = last + piece;
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}
