import {readFileSync} from 'node:fs';

import type {Mock} from '../../../src/mock/mock';
import type {Send} from '../support/client';

/** A body as the mock sends it: what a proof looks at in it is for `expect` to judge. */
export type Answered = Awaited<ReturnType<Response['json']>>;

/** What a proof may use: a fresh mock, requests to it, and its clock. */
export interface Tools {
  readonly mock: Mock;
  readonly send: Send;
  readonly status: (...request: Parameters<Send>) => Promise<number>;
  readonly json: (...request: Parameters<Send>) => Promise<Answered>;
  readonly later: (ms: number) => void;
}

/** A sentence of a page that states a number, a status, a header, a limit or a behaviour, and the requests that prove it. */
export interface Statement {
  readonly page: string;
  /** As it stands on the page without markup; `…` stands for each fact of the document. */
  readonly says: string;
  readonly proof: (tools: Tools) => Promise<void>;
}

/** The words of a page without markup. */
export function wordsOf(page: string): string {
  return readFileSync(`docs/${page}.mdx`, 'utf8')
    .replace(/<ApiFact[^>]*>/g, '…')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ');
}

export const HOUR_MS = 3_600_000;
export const READ_ONLY = {Authorization: 'Bearer ck_mock_4242_readonly'};
export const EXPIRED = {Authorization: 'Bearer ck_mock_4242_expired'};
export const newUser = {email: 'ada@example.com', name: 'Ada Lovelace'};
