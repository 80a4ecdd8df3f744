import {mediaTypeEssence} from '../api/http/mediaType';

/** Headers that a page may send without a preflight (Fetch, "CORS-safelisted request-header"). */
const safeHeaders = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'range']);
const safeMediaTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const safeMethods = new Set(['GET', 'HEAD', 'POST']);

/** What the preflight asks a server to allow before the browser sends the request. */
export interface Preflight {
  /** Undefined if the method needs no permission. */
  readonly method: string | undefined;
  /** Lower-case names of the headers that need permission. */
  readonly headers: readonly string[];
}

/** The preflight that a browser sends for this request, or undefined if it sends none (Fetch §4.1). */
export function preflightOf(request: Request): Preflight | undefined {
  const method = safeMethods.has(request.method) ? undefined : request.method;
  const headers = [...request.headers].filter(([name, value]) => !isSafe(name, value)).map(([name]) => name);
  return method === undefined && headers.length === 0 ? undefined : {method, headers};
}

function isSafe(name: string, value: string): boolean {
  return name === 'content-type' ? safeMediaTypes.has(mediaTypeEssence(value)) : safeHeaders.has(name);
}
