import {isObject} from '../../api/json';
import type {Operation} from '../../api/operation';
import {fingerprint} from './fingerprint';
import {readValues} from './readValues';
import {SHARE_PREFIX, sharedOperation} from './shareFragment';
import type {RequestValues} from '../values';
import {withoutSecrets} from '../secrets/withoutSecrets';

/** A filled-in request as a link contains it. It has no credentials. */
export interface SharedRequest {
  readonly operation: string;
  /** Identifies the version of the operation, by {@link operationFingerprint}. */
  readonly fingerprint: string;
  /** The base URL for which it was made; missing for the mock in the tab. */
  readonly server?: string;
  readonly values: RequestValues;
  /** The names of the secrets that whoever opens the link has to fill in. */
  readonly leftOut: readonly string[];
}

const VERSION = '1';

/** In characters. Mail programs and chats cut longer links. */
const LONGEST_LINK = 30_000;
/** In bytes. A few kilobytes can decompress to gigabytes; no request needs more than this. */
const LARGEST_REQUEST = 1_000_000;

export type ShareLink =
  | {readonly type: 'link'; readonly fragment: string; readonly leftOut: readonly string[]}
  | {readonly type: 'too-long'; readonly length: number}
  /** The browser cannot compress. */
  | {readonly type: 'unsupported'};

/** The fragment of a link that fills in this request: `#try=VERSION.OPERATION.DATA`, deflated and in base64url. */
export async function shareLink(
  operation: Operation,
  values: RequestValues,
  server?: string,
): Promise<ShareLink> {
  if (typeof CompressionStream === 'undefined') {
    return {type: 'unsupported'};
  }
  const {values: harmless, secrets} = withoutSecrets(values, operation);
  const leftOut = secrets.map(({name}) => name);
  const shared: Omit<SharedRequest, 'operation'> = {
    fingerprint: operationFingerprint(operation),
    ...(server === undefined ? {} : {server}),
    values: harmless,
    leftOut: [...new Set(leftOut)],
  };
  const data = await deflated(JSON.stringify(shared));
  const fragment = `${SHARE_PREFIX}${VERSION}.${fragmentPart(operation.id)}.${data}`;
  return fragment.length > LONGEST_LINK
    ? {type: 'too-long', length: fragment.length}
    : {type: 'link', fragment, leftOut};
}

/** A text between the dots of a fragment. */
function fragmentPart(text: string): string {
  return encodeURIComponent(text).replaceAll('.', '%2E');
}

export type ReadLink =
  | {readonly type: 'shared'; readonly shared: SharedRequest}
  | {readonly type: 'broken'; readonly why: BrokenLink};

export type BrokenLink = 'other-version' | 'incomplete' | 'too-large' | 'not-a-request' | 'unsupported';

/** Reads a fragment, which may come from anybody, for the form of an operation. Never throws. */
export async function readShareLink(fragment: string, form?: Operation): Promise<ReadLink> {
  const operation = sharedOperation(fragment);
  const [version, , data = ''] = fragment.slice(SHARE_PREFIX.length).split('.');
  if (version !== VERSION) {
    return {type: 'broken', why: 'other-version'};
  }
  if (operation === undefined) {
    return {type: 'broken', why: 'incomplete'};
  }
  if (fragment.length > LONGEST_LINK) {
    return {type: 'broken', why: 'too-large'};
  }
  if (typeof DecompressionStream === 'undefined') {
    return {type: 'broken', why: 'unsupported'};
  }
  const text = await inflated(data);
  if (typeof text !== 'string') {
    return {type: 'broken', why: text.why};
  }
  const shared = readShared(operation, text, form);
  return shared ? {type: 'shared', shared} : {type: 'broken', why: 'not-a-request'};
}

function readShared(operation: string, text: string, form: Operation | undefined): SharedRequest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const values = isObject(value) ? readValues(value['values']) : undefined;
    if (!isObject(value) || !values) {
      return undefined;
    }
    const {server, fingerprint: print, leftOut} = value;
    return {
      operation,
      fingerprint: typeof print === 'string' ? print : '',
      ...(typeof server === 'string' ? {server} : {}),
      // A forged link may contain what this site leaves out.
      values: withoutSecrets(values, form).values,
      leftOut: Array.isArray(leftOut) ? leftOut.filter(name => typeof name === 'string') : [],
    };
  } catch {
    return undefined;
  }
}

/** A hash of what the form depends on; it changes when the operation does. */
export function operationFingerprint({method, path, parameters, requestBody, schemas}: Operation): string {
  return fingerprint(JSON.stringify([method, path, parameters, requestBody, schemas]));
}

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function inflated(data: string): Promise<string | {readonly why: 'incomplete' | 'too-large'}> {
  try {
    const bytes = Uint8Array.from(atob(data.replaceAll('-', '+').replaceAll('_', '/')), letter =>
      letter.charCodeAt(0),
    );
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > LARGEST_REQUEST) {
        await reader.cancel();
        return {why: 'too-large'};
      }
      chunks.push(read.value);
    }
    return await new Blob(chunks).text();
  } catch {
    return {why: 'incomplete'};
  }
}
