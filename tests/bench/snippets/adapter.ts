import {wireHeaders} from '../../../src/request/withCredentials';
import type {ApiRequest, HeaderField} from '../../../src/request/apiRequest';
import type {Language} from '../../../src/snippets';

/**
 * Converts a request to what a tool takes, once, and gives what makes the sample of a language. Conversions give each
 * tool its best: URLs encoded, credentials and media types as headers unless the tool has a better place for them.
 */
export type Adapter = (request: ApiRequest) => (language: Compared) => string;

/** The languages that all the tools have. */
export const compared = ['curl', 'node', 'python', 'go'] as const satisfies readonly Language[];

export type Compared = (typeof compared)[number];

/** What httpsnippet and all that came of it call the four languages. */
export const httpsnippetClients: {
  readonly [language in Compared]: readonly [target: string, client: string];
} = {
  curl: ['shell', 'curl'],
  node: ['node', 'fetch'],
  python: ['python', 'requests'],
  go: ['go', 'native'],
};

/** A program, or an error that says the tool made none. */
export function programOf(code: string | false | undefined): string {
  if (!code) {
    throw new Error('The tool made no sample.');
  }
  return code;
}

/** All headers, those of credentials and body included; multipart forms get theirs from the client. */
export function allHeaders(request: ApiRequest): HeaderField[] {
  const {body} = request;
  return [
    ...wireHeaders(request),
    ...('mediaType' in body ? [{name: 'Content-Type', value: body.mediaType}] : []),
  ];
}
