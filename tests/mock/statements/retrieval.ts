import {expect} from 'vitest';

import {uploadForm} from '../support/client';
import {newUser, type Answered, type Statement} from './statement';

const QUERY = {query: 'How long does a refund take?'};
const MESSAGES = '/threads/thr_2b7vka/messages';

/** Search, lists and chat: what is found, in which order, and what goes with it. */
export const retrieval: readonly Statement[] = [
  {
    page: 'search',
    says: 'filters limit which documents are searched; a document has to match all of them',
    async proof({json}) {
      const found = async (filters: object): Promise<ReadonlySet<string>> => {
        const {data} = await json('POST', '/search', {body: {...QUERY, filters}});
        return new Set(data.map(({document_id: id}: {document_id: string}) => id));
      };
      const collections = ['policies'];
      expect(await found({collections})).toContain('doc_h7n2qe');
      expect(await found({collections, document_ids: ['doc_h7n2qe']})).toEqual(new Set(['doc_h7n2qe']));
      expect(await found({collections, created_after: '2025-01-01T00:00:00Z'})).toEqual(new Set());
    },
  },
  {
    page: 'search',
    says: 'options.min_score leaves out weak results',
    async proof({json}) {
      const {data: all} = await json('POST', '/search', {body: QUERY});
      const {data: best} = await json('POST', '/search', {
        body: {...QUERY, options: {min_score: all[0].score}},
      });
      expect(all.length).toBeGreaterThan(1);
      expect(best).toEqual(all.filter(({score}: {score: number}) => score >= all[0].score));
      expect(best.length).toBeLessThan(all.length);
    },
  },
  {
    page: 'search',
    says: 'keyword matches the words of your query',
    async proof({json}) {
      const found = async (query: string): Promise<number> =>
        (await json('POST', '/search', {body: {query, mode: 'keyword'}})).data.length;
      expect(await found('postage')).toBeGreaterThan(0);
      expect(await found('xylophone')).toBe(0);
    },
  },
  {
    page: 'search',
    says: 'Check that the documents are ready',
    async proof({json, later}) {
      const content = uploadForm([{name: 'whale.txt', text: 'A narwhal has one long tooth.'}]);
      await json('POST', '/documents', {content});
      const body = {query: 'narwhal', mode: 'keyword'};
      expect((await json('POST', '/search', {body})).data).toEqual([]);
      later(10_000);
      expect((await json('POST', '/search', {body})).data).toHaveLength(1);
    },
  },
  {
    page: 'streaming-chat',
    says: 'List Messages returns the questions and answers of a thread, oldest first',
    async proof({json, later}) {
      later(1_000);
      await json('POST', MESSAGES, {body: {content: 'Can I return gift cards?'}});
      const {data} = await json('GET', MESSAGES);
      const times = data.map(({created_at: at}: {created_at: string}) => at);
      expect(times).toEqual(times.toSorted());
      expect(data.slice(-2).map(({role}: {role: string}) => role)).toEqual(['user', 'assistant']);
    },
  },
  {
    page: 'tutorial-handbook',
    says: 'A marker such as [1] in content refers to the first entry in citations',
    async proof({json}) {
      const {content, citations}: Answered = await json('POST', MESSAGES, {body: {content: QUERY.query}});
      expect(content).toContain('[1]');
      expect(citations[0]).toMatchObject({document_name: 'refund-policy.md', quote: expect.any(String)});
    },
  },
  {
    page: 'tutorial-handbook',
    says: 'list the conversations of one person, and deleting the user deletes them too',
    async proof({json, status}) {
      const user = await json('POST', '/users', {body: newUser});
      const thread = await json('POST', '/threads', {body: {user_id: user.id}});
      const {data} = await json('GET', `/threads?user_id=${user.id}`);
      expect(data.map(({id}: {id: string}) => id)).toEqual([thread.id]);
      expect(await status('DELETE', `/users/${user.id}`)).toBe(204);
      expect(await status('GET', `/threads/${thread.id}`)).toBe(404);
    },
  },
  {
    page: 'conditional-requests',
    says: 'Every response that contains a single user, document or thread has the header ETag',
    async proof({send}) {
      for (const path of ['/users/usr_7mx0te', '/documents/doc_h7n2qe', '/threads/thr_2b7vka']) {
        expect((await send('GET', path)).headers.get('ETag'), path).toMatch(/^"\w+"$/);
      }
    },
  },
  {
    page: 'conditional-requests',
    says: 'The request still counts towards your rate limit',
    async proof({send}) {
      const first = await send('GET', '/users/usr_7mx0te');
      const headers = {'If-None-Match': first.headers.get('ETag') ?? ''};
      const second = await send('GET', '/users/usr_7mx0te', {headers});
      const left = [first, second].map(response => Number(response.headers.get('X-RateLimit-Remaining')));
      expect(second.status).toBe(304);
      expect(left[1]).toBe((left[0] ?? 0) - 1);
    },
  },
  {
    page: 'uploading-documents',
    says: 'Download Document returns exactly the bytes you uploaded',
    async proof({send, json}) {
      const text = '\u00fcber \u{1f40b}\r\n\0';
      const {data} = await json('POST', '/documents', {content: uploadForm([{name: 'a.txt', text}])});
      const response = await send('GET', `/documents/${data[0].id}/content`);
      expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(text))).toBe(true);
    },
  },
];
