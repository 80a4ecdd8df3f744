import type {ApiRequest, FileReference, Part} from '../request/apiRequest';
import {headersWithCredentials} from '../request/withCredentials';

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

/** The head of a part that is written out, without the empty line that ends it (RFC 7578 §4). */
export function headOfPart(part: Part): string {
  const filename = 'file' in part ? `; filename="${part.file.name}"` : '';
  const type = part.mediaType ?? ('file' in part ? 'application/octet-stream' : undefined);
  return [
    `Content-Disposition: form-data; name="${part.name}"${filename}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    ...(part.headers ?? []).map(({name, value}) => `${name}: ${value}`),
  ].join('\r\n');
}

/** Whether a form of a library can hold a part: most give a text no media type, and no part headers of its own. */
export function isPlainPart(part: Part): boolean {
  return part.headers === undefined && ('file' in part || part.mediaType === undefined);
}

/** The headers of a sample, but for basic authentication, which clients encode themselves. */
export function sampleHeaders(request: ApiRequest): ReturnType<typeof headersWithCredentials> {
  return headersWithCredentials(request, ({type}) => type !== 'basic');
}
