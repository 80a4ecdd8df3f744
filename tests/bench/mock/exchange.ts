import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';

import {isObject, member, type JsonObject} from '../../../src/api/json';
import type {Json} from '../../../src/api/operation';
import {authorized} from './servers';

/** Longer than any right answer takes, in milliseconds. */
const PATIENCE_MS = 15_000;

export interface Sent {
  readonly headers?: {readonly [name: string]: string};
  /** Sent as JSON, unless it is text or bytes. */
  readonly body?: Json | Uint8Array;
  /** The credential; null for none. */
  readonly key?: string | null;
}

export interface Received {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: {readonly [name: string]: string};
  readonly bytes: Buffer;
  readonly text: string;
  /** Null where the body is not JSON. */
  readonly json: Json;
  /** How many chunks the body came in. */
  readonly chunks: number;
}

/** A server under test, seen from outside. */
export interface Target {
  readonly port: number;
  /** The path under which the server has the API. */
  readonly basePath: string;
  /** Sends one request to a path below the base path, authenticated and as JSON unless told otherwise. */
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Received>;
  /** Sends these bytes and returns all that comes back until the server ends the connection or falls silent. */
  readonly sendRaw: (bytes: string) => Promise<string>;
}

export function createTarget(port: number, basePath: string): Target {
  return {
    port,
    basePath,
    send: (method, path, sent = {}) => send(port, method, basePath + path, sent),
    sendRaw: bytes => sendRaw(port, bytes),
  };
}

function send(port: number, method: string, path: string, {headers, body, key}: Sent): Promise<Received> {
  const credential = key === undefined ? authorized : key === null ? {} : {Authorization: `Bearer ${key}`};
  const payload =
    body === undefined || typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body);
  const mediaType = payload === undefined ? {} : {'Content-Type': 'application/json'};
  const length = payload === undefined ? {} : {'Content-Length': String(Buffer.byteLength(payload))};
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      ...{host: '127.0.0.1', port, method, path, agent: false, timeout: PATIENCE_MS},
      headers: {...credential, ...mediaType, ...length, ...headers},
    });
    request.once('timeout', () => request.destroy(new Error('no answer in time')));
    request.once('error', reject);
    request.once('response', response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
          ),
          bytes,
          text: bytes.toString(),
          json: parsed(bytes.toString()),
          chunks: chunks.length,
        });
      });
    });
    request.end(payload);
  });
}

function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', chunk => (received += chunk.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(received));
  });
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A text within a JSON value: `textAt(user, 'metadata', 'team')`; empty where there is none. */
export function textAt(value: Json, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((current, name) => member(current, name), value);
  return typeof found === 'string' ? found : '';
}

/** The objects in the `data` of a page. */
export function dataOf({json}: Received): readonly JsonObject[] {
  const data = member(json, 'data');
  return Array.isArray(data) ? data.filter(isObject) : [];
}

/** Every place that an error names, in whatever form: JSON Pointers, paths and lists of steps, as `email` or `metadata/team`. */
export function placesOf({json, headers}: Received): readonly string[] {
  const listed = isObject(json) ? [json.errors, json.violations, json.validation] : [];
  // Prism names the faults of a request in a header, whatever its body says.
  const faults = [...listed, parsed(headers['sl-violations'] ?? 'null')].flatMap(list =>
    Array.isArray(list) ? list.filter(isObject) : [],
  );
  return faults.flatMap(({pointer, path, location, message}) => {
    const steps = Array.isArray(location) ? location.slice(2).join('/') : '';
    const place = [pointer, path, steps].find(text => typeof text === 'string' && text !== '') ?? '';
    // A missing property is named in the message alone by some.
    const missing = /required property '([^']+)'/.exec(typeof message === 'string' ? message : '')?.[1];
    const bare = String(place).replace(/^#?\/?/, '');
    return missing === undefined ? [bare] : [bare, missing];
  });
}

/** A multipart body with files, and its Content-Type. */
export function multipart(
  files: readonly {readonly name: string; readonly text: string}[],
  fields: {readonly [name: string]: string} = {},
): {readonly headers: {readonly 'Content-Type': string}; readonly body: string} {
  const boundary = 'part-of-the-bench';
  const part = (disposition: string, text: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
  return {
    headers: {'Content-Type': `multipart/form-data; boundary=${boundary}`},
    body: [
      ...files.map(({name, text}) =>
        part(`name="files"; filename="${name}"\r\nContent-Type: text/plain`, text),
      ),
      ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
      `--${boundary}--\r\n`,
    ].join(''),
  };
}
