import {encodedForm} from '../api/http/form';
import type {ApiRequest, Body, FileReference, HeaderField} from '../request/apiRequest';
import {isSecretValue} from '../request/secrets/secretRules';
import {wireHeaders, wireUrl} from '../request/withCredentials';
import {messages} from '../words';
import {multipartBody} from './multipart';

const say = messages('unsendable', {
  file: 'The file {name} is no longer available. A page keeps a picked file only until it is reloaded.',
  fileNext: 'Pick {name} again.',
  header:
    'The header {name} cannot be sent: its name or its value has a character that HTTP headers do not allow.',
  headerNext:
    'Use only letters, digits and hyphens in names, and a single line of Latin characters in values.',
  url: 'The URL of the request is not valid.',
  urlNext: 'Check the server: it starts with https:// or http://, then the host name.',
  userInfo: 'A browser does not send requests to a URL with a user name or a password.',
  userInfoNext: 'Remove them from the URL and enter them as credentials.',
  body: 'A browser cannot send a body with {method}.',
  bodyNext: 'Leave the body out, or copy the cURL sample: a terminal can send it.',
  method: 'A browser cannot send the method {method}.',
  methodNext: 'Copy the cURL sample: a terminal can send it.',
  lostHeader:
    'The header {name} was not sent, because browsers do not let a page set it. The cURL sample sends it.',
});

/** The arguments of `fetch`, and sentences about what the browser leaves out. */
export interface FetchRequest {
  readonly request: Request;
  readonly notes: readonly string[];
}

/** A request that no browser can send as it is, with what to change. */
export class UnsendableRequest extends Error {
  override readonly name = 'UnsendableRequest';
  readonly nextStep: string;

  constructor(message: string, nextStep: string) {
    super(message);
    this.nextStep = nextStep;
  }
}

export interface FetchRequestOptions {
  readonly files: ReadonlyMap<string, Blob>;
  readonly signal: AbortSignal;
  /** Whether to send the browser's cookies for the server, if the reader chose to. */
  readonly cookies?: boolean;
}

/**
 * Turns the request into one for `fetch` and adds its credentials. Sends no cookies unless asked to and no referrer,
 * and does not read the cache. The browser follows redirects only if no data of the reader could be sent with them.
 * Throws {@link UnsendableRequest} for what the Fetch standard forbids.
 */
export function toFetchRequest(
  request: ApiRequest,
  {files, signal, cookies = false}: FetchRequestOptions,
): FetchRequest {
  requireAbsolute(request.url);
  const {content, mediaType} = encodeBody(request.body, files);
  const fields = [
    ...wireHeaders(request),
    ...(mediaType === '' ? [] : [{name: 'Content-Type', value: mediaType}]),
  ];
  const fetchRequest = construct(wireUrl(request), {
    method: request.method,
    headers: toHeaders(fields),
    ...(content === undefined ? {} : {body: content}),
    signal,
    credentials: cookies ? 'include' : 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect: cookies || mayTravel(request) ? 'manual' : 'follow',
  });
  return {request: fetchRequest, notes: lostHeaders(fields, fetchRequest).map(lostHeaderNote)};
}

/**
 * Whether a redirect could take data along: browsers withhold only `Authorization` from another origin, a 307 or 308
 * repeats the body, and servers copy the query, and a path that contains a key, into the new address.
 */
function mayTravel({credentials, headers, url, body}: ApiRequest): boolean {
  const {search, pathname} = new URL(url);
  return (
    credentials.length > 0 ||
    headers.length > 0 ||
    search !== '' ||
    body.type !== 'none' ||
    pathname.split('/').some(step => isSecretValue(step, '', 'path'))
  );
}

interface EncodedBody {
  readonly content: Uint8Array<ArrayBuffer> | Blob | undefined;
  readonly mediaType: string;
}

/** Text is sent as bytes, so that `fetch` adds no media type of its own. */
function encodeBody(body: Body, files: ReadonlyMap<string, Blob>): EncodedBody {
  const blobOf = (file: FileReference): Blob => {
    const blob = files.get(file.id);
    if (!blob) {
      throw new UnsendableRequest(say('file', {name: file.name}), say('fileNext', {name: file.name}));
    }
    return blob;
  };
  switch (body.type) {
    case 'none':
      return {content: undefined, mediaType: ''};
    case 'json':
    case 'text':
      return {content: encodeText(body.text), mediaType: body.mediaType};
    case 'form':
      return {content: encodeText(encodedForm(body.fields)), mediaType: body.mediaType};
    case 'multipart':
      return multipartBody(body.parts, blobOf);
    case 'file':
      return {content: blobOf(body.file), mediaType: body.mediaType};
  }
}

function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toHeaders(fields: readonly HeaderField[]): Headers {
  const headers = new Headers();
  for (const {name, value} of fields) {
    try {
      headers.append(name, value);
    } catch {
      throw new UnsendableRequest(say('header', {name: JSON.stringify(name)}), say('headerNext'));
    }
  }
  return headers;
}

/** A relative URL would be sent to this site, with the key. */
function requireAbsolute(url: string): void {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new UnsendableRequest(say('url'), say('urlNext'));
  }
}

function construct(url: string, init: RequestInit): Request {
  try {
    return new Request(url, init);
  } catch {
    throw unsendable(url, init);
  }
}

/** The reasons for which the `Request` constructor throws (Fetch §5.4), in words without any secret. */
function unsendable(url: string, {method = 'GET', body}: RequestInit): UnsendableRequest {
  if (new URL(url).username !== '' || new URL(url).password !== '') {
    return new UnsendableRequest(say('userInfo'), say('userInfoNext'));
  }
  if (body != null && /^(get|head)$/i.test(method)) {
    return new UnsendableRequest(say('body', {method}), say('bodyNext'));
  }
  return new UnsendableRequest(say('method', {method}), say('methodNext'));
}

/** Browsers silently drop some headers (Fetch, "forbidden request-header"). */
function lostHeaders(fields: readonly HeaderField[], request: Request): string[] {
  const lost = fields.map(({name}) => name).filter(name => !request.headers.has(name));
  return [...new Set(lost)];
}

function lostHeaderNote(name: string): string {
  return say('lostHeader', {name});
}
