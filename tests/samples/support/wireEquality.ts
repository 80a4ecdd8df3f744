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
    ...request.headers.flatMap(({name}) =>
      difference(`header ${name}`, valuesOf(request.headers, name), recordedValues(recorded, name)),
    ),
    ...request.credentials.flatMap(credential => credentialDifference(credential, recorded)),
    ...bodyDifference(request, recorded, files),
  ];
}

/** The bytes of files by their names. */
export type Files = Readonly<Record<string, Buffer>>;

/** The request target (RFC 9112 §3.2) that a sample has to send, a credential in the query included. */
export function expectedTarget({url, credentials}: ApiRequest): string {
  const key = credentials.find(one => one.type === 'apiKey' && one.in === 'query');
  const [path = '', query] = url.replace(/^https?:\/\/[^/?]+/, '').split(/\?(.*)/s);
  const pairs = [
    ...(query === undefined ? [] : [query]),
    ...(key?.type === 'apiKey' ? [`${encodeURIComponent(key.name)}=${encodeURIComponent(key.value)}`] : []),
  ];
  return (path || '/') + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/**
 * The languages' own functions encode `!'()*` of a key or not, which means the same: a key is written anew. All else
 * stays as it was received.
 */
function comparableTarget({credentials}: ApiRequest, target: string): string {
  const key = credentials.find(one => one.type === 'apiKey' && one.in === 'query');
  const at = key?.type === 'apiKey' ? target.lastIndexOf(`${encodeURIComponent(key.name)}=`) : -1;
  const value = new URLSearchParams(target.slice(at)).values().next().value;
  return at < 0 || value === undefined
    ? target
    : `${target.slice(0, target.indexOf('=', at) + 1)}${encodeURIComponent(value)}`;
}

function valuesOf(headers: ApiRequest['headers'], name: string): string {
  return headers
    .filter(header => header.name.toLowerCase() === name.toLowerCase())
    .map(({value}) => value)
    .join(', ');
}

function recordedValues(recorded: Recorded, name: string): string {
  return recorded.headers
    .filter(([other]) => other.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)
    .join(', ');
}

function credentialDifference(credential: Credential, recorded: Recorded): string[] {
  switch (credential.type) {
    case 'bearer':
      return difference(
        'credential',
        `Bearer ${credential.value}`,
        recordedValues(recorded, 'Authorization'),
      );
    case 'basic':
      return difference(
        'credential',
        `Basic ${Buffer.from(credential.value).toString('base64')}`,
        recordedValues(recorded, 'Authorization'),
      );
    case 'apiKey':
      switch (credential.in) {
        case 'header':
          return difference('credential', credential.value, recordedValues(recorded, credential.name));
        case 'cookie':
          return difference(
            'credential',
            `${credential.name}=${credential.value}`,
            recordedValues(recorded, 'Cookie'),
          );
        case 'query':
          return [];
      }
  }
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
        ? {filename: part.file.name, content: files[part.file.name]?.toString('latin1')}
        : {content: part.value}),
      ...(part.mediaType === undefined ? {} : {type: part.mediaType}),
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
      return {
        name: /[; ]name="([^"]*)"/.exec(head)?.[1],
        ...(filename === undefined
          ? {content: utf8(content)}
          : {filename, content: files[filename] ? content : undefined}),
        ...(type === undefined || (filename !== undefined && parts[index]?.mediaType === undefined)
          ? {}
          : {type}),
      };
    }),
  );
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
