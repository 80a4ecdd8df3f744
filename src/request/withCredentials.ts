import {credentialPlace} from '../api/http/credentialPlace';
import type {ApiRequest, Credential, HeaderField} from './apiRequest';
import {encodeBase64} from './base64';

/** A credential of a request, and its index, by which samples number their variables. */
export interface NumberedCredential {
  readonly credential: Credential;
  readonly index: number;
}

/** A text that contains credentials, which are not resolved yet; no two strings are adjacent. */
export type CredentialText = readonly (string | NumberedCredential)[];

interface Field {
  readonly name: string;
  readonly value: CredentialText;
}

/**
 * The headers of a request with those of its credentials, for Send and the samples alike. Each name occurs once, as in
 * tables of headers: repeated values are one list (RFC 9110 §5.3), cookies are one field (RFC 6265 §5.4). A sample
 * leaves out credentials that its client can write itself.
 */
export function headersWithCredentials(
  {headers, credentials}: ApiRequest,
  isWritten: (credential: Credential) => boolean = () => true,
): readonly Field[] {
  const typed = headers.map((field): Field => ({name: field.name, value: [field.value]}));
  const carried = credentials.flatMap((credential, index) =>
    isWritten(credential) ? credentialField({credential, index}) : [],
  );
  // Credentials come first, as readers expect, but after a typed header of the same name.
  const byName = new Map(
    [...carried, ...typed].map(({name}) => [name.toLowerCase(), {name, values: [] as CredentialText[]}]),
  );
  for (const {name, value} of [...typed, ...carried]) {
    byName.get(name.toLowerCase())?.values.push(value);
  }
  return [...byName].map(([key, {name, values}]) => ({
    name,
    value: joined(values, key === 'cookie' ? '; ' : ', '),
  }));
}

/** The URL with the credentials of the query appended, whose values are not encoded yet. */
export function urlWithCredentials({url, credentials}: ApiRequest): CredentialText {
  const pairs = credentials.flatMap((credential, index): CredentialText[] =>
    isInQuery(credential) ? [[`${encodeURIComponent(credential.name)}=`, {credential, index}]] : [],
  );
  return pairs.length === 0 ? [url] : joined([[url], joined(pairs, '&')], url.includes('?') ? '&' : '?');
}

/** The headers as they go on the wire, except for the body's `Content-Type`. */
export function wireHeaders(request: ApiRequest): HeaderField[] {
  return headersWithCredentials(request).map(({name, value}) => ({
    name,
    value: onWire(value, credential =>
      credential.type === 'basic' ? encodeBase64(credential.value) : credential.value,
    ),
  }));
}

/** The URL as it goes on the wire. */
export function wireUrl(request: ApiRequest): string {
  return onWire(urlWithCredentials(request), ({value}) => encodeURIComponent(value));
}

type QueryCredential = Credential & {readonly type: 'apiKey'; readonly in: 'query'};

export function isInQuery(credential: Credential): credential is QueryCredential {
  return credential.type === 'apiKey' && credential.in === 'query';
}

function credentialField(numbered: NumberedCredential): Field[] {
  const {in: location, name, prefix} = credentialPlace(numbered.credential);
  switch (location) {
    case 'header':
      return [{name, value: prefix === '' ? [numbered] : [prefix, numbered]}];
    case 'cookie':
      return [{name: 'Cookie', value: [`${name}=`, numbered]}];
    case 'query':
      return [];
  }
}

function onWire(text: CredentialText, encoded: (credential: Credential) => string): string {
  return text.map(piece => (typeof piece === 'string' ? piece : encoded(piece.credential))).join('');
}

function joined(texts: readonly CredentialText[], separator: string): CredentialText {
  const pieces: (string | NumberedCredential)[] = [];
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
