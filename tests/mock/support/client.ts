import type {Mock} from '../../../src/mock/mock';

export interface Sent {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly content?: NonNullable<RequestInit['body']>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export type Send = (method: string, path: string, sent?: Sent) => Promise<Response>;

export const MOCK_KEY = 'ck_mock_4242';

/** Sends requests with the mock's key to whatever answers at a base URL. */
export function createSend(baseUrl: string, answer: (request: Request) => Promise<Response>): Send {
  return (method, path, {body, content, headers, signal} = {}) =>
    answer(
      new Request(baseUrl + path, {
        method,
        headers: {
          Authorization: `Bearer ${MOCK_KEY}`,
          ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
          ...headers,
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
        ...(content === undefined ? {} : {body: content}),
        ...(signal ? {signal} : {}),
      }),
    );
}

export function sendTo(mock: Mock): Send {
  return createSend(`http://localhost${mock.basePath}`, mock.handle);
}

/** The body of an upload: files, and fields beside them. */
export function uploadForm(
  files: readonly {readonly name: string; readonly text: string; readonly type?: string}[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  files.forEach(({name, text, type = 'text/plain'}) => form.append('files', new Blob([text], {type}), name));
  return form;
}
