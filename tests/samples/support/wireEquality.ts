import type {ApiRequest, Credential} from '../../../src/request/apiRequest';
import {jsonTree} from '../../../src/snippets/literals/jsonTree';
import type {Recorded} from './recordingServer';

/**
 * How a recorded request differs from the one that a sample was made of, in words; empty when they are equal. A JSON body
 * is compared token by token (key order, repeats and the text of numbers count), any other byte for byte; the bytes of
 * a file are compared when they are given, by its name.
 */
export function wireDifferences(
  request: ApiRequest,
  recorded: Recorded,
  files: Files = {},
): readonly string[] {
  return [
    ...difference('method', request.method, recorded.method),
    ...difference('target', expectedTarget(request), comparableTarget(request, recorded.target)),
    ...expectedHeaders(request).flatMap(({name, value}) =>
      difference(`header ${name}`, value, recordedValues(recorded, name)),
    ),
    ...bodyDifference(request, recorded, files),
  ];
}

/** The bytes of files by their names. */
export type Files = Readonly<Record<string, Buffer>>;

/** The request target (RFC 9112 §3.2) that a sample has to send, credentials in the query included. */
export function expectedTarget({url, credentials}: ApiRequest): string {
  const [path = '', query] = url.replace(/^https?:\/\/[^/?]+/, '').split(/\?(.*)/s);
  const pairs = [
    ...(query === undefined ? [] : [query]),
    ...credentials.flatMap(one =>
      one.type === 'apiKey' && one.in === 'query'
        ? [`${encodeURIComponent(one.name)}=${encodeURIComponent(one.value)}`]
        : [],
    ),
  ];
  return (path || '/') + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/**
 * The languages' own functions encode `!'()*` of a key or not, which means the same: keys are written anew. All else
 * stays as it was received.
 */
function comparableTarget({credentials}: ApiRequest, target: string): string {
  const keys = credentials.filter(one => one.type === 'apiKey' && one.in === 'query').length;
  const pairs = target.split('&');
  return pairs
    .map((pair, index) => {
      const value = [...new URLSearchParams(pair.slice(pair.indexOf('=')))][0]?.[1] ?? '';
      return index < pairs.length - keys
        ? pair
        : `${pair.slice(0, pair.indexOf('=') + 1)}${encodeURIComponent(value)}`;
    })
    .join('&');
}

/** The fields that a server gets, one a name: what repeats is a list (RFC 9110 §5.3), cookies are one field. */
export function expectedHeaders({
  headers,
  credentials,
}: Pick<ApiRequest, 'headers' | 'credentials'>): ApiRequest['headers'] {
  const fields = new Map<string, string[]>();
  for (const {name, value} of [...headers, ...credentials.flatMap(credentialField)]) {
    fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value]);
  }
  return [...fields].map(([name, values]) => ({name, value: values.join(separator(name))}));
}

function credentialField(credential: Credential): ApiRequest['headers'] {
  switch (credential.type) {
    case 'bearer':
      return [{name: 'Authorization', value: `Bearer ${credential.value}`}];
    case 'basic':
      return [{name: 'Authorization', value: `Basic ${Buffer.from(credential.value).toString('base64')}`}];
    case 'apiKey':
      switch (credential.in) {
        case 'header':
          return [{name: credential.name, value: credential.value}];
        case 'cookie':
          return [{name: 'Cookie', value: `${credential.name}=${credential.value}`}];
        case 'query':
          return [];
      }
  }
}

function separator(name: string): string {
  return name.toLowerCase() === 'cookie' ? '; ' : ', ';
}

function recordedValues(recorded: Recorded, name: string): string {
  return recorded.headers
    .filter(([other]) => other.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)
    .join(separator(name));
}

function bodyDifference({body}: ApiRequest, recorded: Recorded, files: Files): string[] {
  const text = recorded.body.toString('utf8');
  switch (body.type) {
    case 'none':
      return difference('body', '', text);
    case 'json': {
      const tree = jsonTree(body.text);
      const same = tree
        ? difference('body', JSON.stringify(tree), JSON.stringify(jsonTree(text)))
        : difference('body', body.text, text);
      return [...difference('media type', body.mediaType, recordedValues(recorded, 'Content-Type')), ...same];
    }
    case 'text':
      return [
        ...difference('media type', body.mediaType, recordedValues(recorded, 'Content-Type')),
        ...difference('body', body.text, text),
      ];
    case 'form':
      return [
        ...difference('media type', body.mediaType, recordedValues(recorded, 'Content-Type')),
        ...difference(
          'body',
          new URLSearchParams(body.fields.map(({name, value}) => [name, value])).toString(),
          text,
        ),
      ];
    case 'multipart':
      return difference(
        'parts',
        describedParts(body.parts, files),
        receivedParts(body.parts, recorded, files),
      );
    case 'file': {
      const bytes = files[body.file.name];
      return [
        ...difference('media type', body.mediaType, recordedValues(recorded, 'Content-Type')),
        ...(bytes ? difference('body', bytes.toString('latin1'), recorded.body.toString('latin1')) : []),
      ];
    }
  }
}

type Parts = Extract<ApiRequest['body'], {type: 'multipart'}>['parts'];

function describedParts(parts: Parts, files: Files): string {
  return JSON.stringify(
    parts.map(part => ({
      name: part.name,
      ...('file' in part
        ? {filename: part.file.name, content: files[part.file.path ?? part.file.name]?.toString('latin1')}
        : {content: part.value}),
      ...(part.mediaType === undefined ? {} : {type: part.mediaType}),
      ...(part.headers === undefined ? {} : {headers: part.headers.map(({value}) => value)}),
    })),
  );
}

/** The parts of a multipart body (RFC 7578); a type that the client chose for a file is not compared. */
function receivedParts(parts: Parts, recorded: Recorded, files: Files): string {
  const boundary = /boundary="?([^";]+)/.exec(recordedValues(recorded, 'Content-Type'))?.[1] ?? '';
  // In Latin-1 each byte is a character, so that files survive.
  const sections = recorded.body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return JSON.stringify(
    sections.map((section, index) => {
      const [rawHead = '', ...rest] = section.split('\r\n\r\n');
      const head = utf8(rawHead);
      const content = rest.join('\r\n\r\n').slice(0, -2);
      const filename = /filename="([^"]*)"/.exec(head)?.[1];
      const type = /content-type: *([^\r\n]+)/i.exec(head)?.[1];
      const part = parts[index];
      const path = part && 'file' in part ? part.file.path : undefined;
      return {
        name: /[; ]name="([^"]*)"/.exec(head)?.[1],
        ...(filename === undefined
          ? {content: utf8(content)}
          : {filename, content: files[path ?? filename] ? content : undefined}),
        ...(type === undefined || (filename !== undefined && parts[index]?.mediaType === undefined)
          ? {}
          : {type}),
        ...(part?.headers && {headers: part.headers.map(({name}) => headerOf(head, name))}),
      };
    }),
  );
}

function headerOf(head: string, wanted: string): string | undefined {
  const fields = head.split('\r\n').map(line => /^([^:]*): *(.*)$/.exec(line));
  return fields.find(field => field?.[1]?.toLowerCase() === wanted.toLowerCase())?.[2];
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

function difference(what: string, expected: string, received: string | undefined): string[] {
  return expected === received
    ? []
    : [`${what}: expected ${excerpt(expected)}, received ${excerpt(received ?? 'none')}`];
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}
