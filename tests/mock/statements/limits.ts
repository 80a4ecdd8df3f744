import {expect} from 'vitest';

import {uploadForm} from '../support/client';
import {newUser, type Statement, type Tools} from './statement';

/** A limit that holds: the status at it, and beyond it. */
function limit(
  says: string,
  most: number,
  request: (tools: Tools, count: number) => Promise<number>,
  [within, beyond]: readonly [number, number],
): Statement {
  return {
    page: 'limits',
    says,
    async proof(tools) {
      expect(await request(tools, most), `at ${most}`).toBe(within);
      expect(await request(tools, most + 1), `beyond ${most}`).toBe(beyond);
    },
  };
}

function user(change: (count: number) => object): Parameters<typeof limit>[2] {
  return ({status}, count) =>
    status('POST', '/users', {body: {...newUser, email: `u${count}@example.com`, ...change(count)}});
}

function search(change: (count: number) => object): Parameters<typeof limit>[2] {
  return ({status}, count) => status('POST', '/search', {body: {query: 'refund', ...change(count)}});
}

function question(change: (count: number) => object): Parameters<typeof limit>[2] {
  return ({status}, count) =>
    status('POST', '/threads/thr_2b7vka/messages', {body: {content: 'Refunds?', ...change(count)}});
}

function entries(count: number): object {
  return Object.fromEntries(Array.from({length: count}, (_, index) => [`key${index}`, 'a']));
}

/** The rows of the tables of the page about limits. */
export const limits: readonly Statement[] = [
  limit(
    'JSON body | …',
    1_000_000,
    ({status}, size) => {
      const text = JSON.stringify({...newUser, email: `s${size}@example.com`});
      const headers = {'Content-Type': 'application/json'};
      return status('POST', '/users', {content: text + ' '.repeat(size - text.length), headers});
    },
    [201, 413],
  ),
  limit(
    'Size of a file | …',
    10_000_000,
    ({status}, size) =>
      status('POST', '/documents', {content: uploadForm([{name: 'a.txt', text: 'a'.repeat(size)}])}),
    [202, 413],
  ),
  limit(
    'Files in one request | …',
    20,
    ({status}, count) => {
      const files = Array.from({length: count}, (_, index) => ({name: `${index}.txt`, text: 'a'}));
      return status('POST', '/documents', {content: uploadForm(files)});
    },
    [202, 422],
  ),
  limit('Items on a page | …', 100, ({status}, count) => status('GET', `/users?limit=${count}`), [200, 422]),
  limit(
    'Passages in a search response | …',
    50,
    search(count => ({limit: count})),
    [200, 422],
  ),
  limit(
    'Characters in a search query | …',
    500,
    search(count => ({query: 'a'.repeat(count)})),
    [200, 422],
  ),
  limit(
    'Characters in a question | …',
    2000,
    question(count => ({content: 'a'.repeat(count)})),
    [201, 422],
  ),
  limit(
    'Citations in an answer | …',
    10,
    question(count => ({max_citations: count})),
    [201, 422],
  ),
  limit(
    "Characters in a user's name | …",
    100,
    user(count => ({name: 'a'.repeat(count)})),
    [201, 422],
  ),
  limit(
    'Characters in the title of a thread | …',
    200,
    ({status}, count) => status('POST', '/threads', {body: {title: 'a'.repeat(count)}}),
    [201, 422],
  ),
  limit(
    'Characters in the name of a collection | …',
    40,
    ({status}, count) => status('GET', `/documents?collection=${'a'.repeat(count)}`),
    [200, 422],
  ),
  limit(
    'Metadata entries of a user or thread | …',
    50,
    user(count => ({metadata: entries(count)})),
    [201, 422],
  ),
  limit(
    'Characters in a metadata key | …',
    64,
    user(count => ({metadata: {['a'.repeat(count)]: 'a'}})),
    [201, 422],
  ),
  limit(
    'Characters in a metadata value | …',
    500,
    user(count => ({metadata: {a: 'a'.repeat(count)}})),
    [201, 422],
  ),
];
