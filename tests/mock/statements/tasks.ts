import {expect} from 'vitest';

import {uploadForm} from '../support/client';
import {newUser, type Statement} from './statement';

const QUESTION = {content: 'How long does a refund take?'};
const STREAM = '/threads/thr_2b7vka/messages/stream';

/** Documents, search, chat, the mock and the tutorials. */
export const tasks: readonly Statement[] = [
  {
    page: 'uploading-documents',
    says: 'The response is …: the files are stored, and processing starts',
    async proof({send, json, later}) {
      const response = await send('POST', '/documents', {content: uploadForm([{name: 'a.txt', text: 'Hi'}])});
      expect(response.status).toBe(202);
      const {data} = await response.json();
      expect(data[0].status).toBe('queued');
      later(10_000);
      expect((await json('GET', `/documents/${data[0].id}`)).status).toBe('ready');
    },
  },
  {
    page: 'uploading-documents',
    says: 'Common reasons are a file without any text, such as a scan, and a file whose content does not match its media type',
    async proof({json, later}) {
      const content = uploadForm([
        {name: 'scan.txt', text: ' '},
        {name: 'a.pdf', type: 'application/pdf', text: 'No PDF'},
      ]);
      await json('POST', '/documents', {content});
      later(10_000);
      const {data} = await json('GET', '/documents?status=failed');
      expect(data).toMatchObject([
        {failure_reason: 'The file is not a PDF.'},
        {failure_reason: 'The file contains no text.'},
      ]);
    },
  },
  {
    page: 'uploading-documents',
    says: 'If you delete that user, the document stays, without an owner',
    async proof({json, status}) {
      const content = uploadForm([{name: 'a.txt', text: 'Hi'}], {owner_id: 'usr_7mx0te'});
      const {data} = await json('POST', '/documents', {content});
      expect(data[0].owner_id).toBe('usr_7mx0te');
      await status('DELETE', '/users/usr_7mx0te');
      expect((await json('GET', `/documents/${data[0].id}`)).owner_id).toBeNull();
    },
  },
  {
    page: 'uploading-documents',
    says: 'Send the header Range to get part of them',
    async proof({send}) {
      const response = await send('GET', '/documents/doc_h7n2qe/content', {headers: {Range: 'bytes=2-7'}});
      expect([response.status, await response.text()]).toEqual([206, 'Refund']);
    },
  },
  {
    page: 'search',
    says: 'options.highlight puts matching words between asterisks',
    async proof({json}) {
      const body = {query: 'password reset', mode: 'keyword', options: {highlight: true}};
      expect((await json('POST', '/search', {body})).data[0].text).toMatch(/\*\*password\*\*/i);
    },
  },
  {
    page: 'search',
    says: 'A score lies between … and …',
    async proof({json}) {
      const {data} = await json('POST', '/search', {body: {query: 'refund of returned goods'}});
      const scores: number[] = data.map(({score}: {score: number}) => score);
      expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...scores)).toBeLessThanOrEqual(1);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    },
  },
  {
    page: 'search',
    says: 'An empty data is a success, not an error',
    async proof({send}) {
      const body = {query: 'zzz qqq', mode: 'keyword'};
      const response = await send('POST', '/search', {body});
      expect([response.status, (await response.json()).data]).toEqual([200, []]);
    },
  },
  {
    page: 'streaming-chat',
    says: 'Replace what you show with content. The stream ends here.',
    async proof({send}) {
      const text = await (await send('POST', STREAM, {body: QUESTION})).text();
      const names = [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
      expect(names[0]).toBe('message.started');
      expect([...new Set(names)]).toEqual([
        ...['message.started', 'message.delta', 'message.citation', 'message.completed'],
      ]);
      expect(names.at(-1)).toBe('message.completed');
      const deltas = [...text.matchAll(/^event: message\.delta\ndata: (.*)$/gm)].map(
        ([, data = '']) => JSON.parse(data).text,
      );
      expect(JSON.parse(/completed\ndata: (.*)/.exec(text)?.[1] ?? '').content).toBe(deltas.join(''));
    },
  },
  {
    page: 'streaming-chat',
    says: 'To see one, send Prefer: example=failed to the mock',
    async proof({send}) {
      const response = await send('POST', STREAM, {body: QUESTION, headers: {Prefer: 'example=failed'}});
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(/event: message\.failed\ndata: \{"type":.*"detail":/);
    },
  },
  {
    page: 'streaming-chat',
    says: 'The question is not asked twice: you get the same message from its start, with the same id',
    async proof({send}) {
      const request = {body: QUESTION, headers: {'Idempotency-Key': 'a'}};
      const first = await (await send('POST', STREAM, request)).text();
      expect(await (await send('POST', STREAM, request)).text()).toBe(first);
    },
  },
  {
    page: 'streaming-chat',
    says: 'What was written so far is stored as a message with the status stopped',
    async proof({send, json}) {
      const reader = (await send('POST', STREAM, {body: QUESTION})).body?.getReader();
      await reader?.read();
      await reader?.read();
      await reader?.cancel();
      const {data} = await json('GET', '/threads/thr_2b7vka/messages');
      expect(data.at(-1)).toMatchObject({role: 'assistant', status: 'stopped'});
    },
  },
  {
    page: 'webhooks',
    says: 'set status to queued, then to processing. When both lists are empty, all documents are done',
    async proof({json, later}) {
      const content = uploadForm([{name: 'a.txt', text: 'Hi'}]);
      const {data} = await json('POST', '/documents', {content});
      const waiting = async (): Promise<readonly number[]> =>
        Promise.all(
          ['queued', 'processing'].map(
            async status => (await json('GET', `/documents?status=${status}`)).data.length,
          ),
        );
      const before = await waiting();
      later(1_500);
      const during = await waiting();
      later(10_000);
      expect([data.length, before, during, await waiting()]).toEqual([1, [1, 0], [0, 1], [0, 0]]);
    },
  },
  {
    page: 'webhooks',
    says: 'You get only what was uploaded since',
    async proof({json}) {
      const {data} = await json('GET', '/documents?created_after=2024-02-12T13:30:00Z');
      expect(data.map(({id}: {id: string}) => id)).toEqual(['doc_8wk4rb']);
    },
  },
  {
    page: 'testing',
    says: 'A status in the 400s or 500s that the operation does not document, such as code=418, gets an error of type about:blank',
    async proof({json}) {
      const headers = {Prefer: 'code=418'};
      expect(await json('GET', '/users', {headers})).toMatchObject({type: 'about:blank', status: 418});
    },
  },
  {
    page: 'testing',
    says: 'A preference for something else that the operation does not document, such as example=nope, gets …, and the detail lists what you can ask for',
    async proof({send}) {
      const response = await send('GET', '/users', {headers: {Prefer: 'example=nope'}});
      expect([response.status, response.headers.get('Preference-Applied')]).toEqual([400, null]);
      expect((await response.json()).detail).toMatch(/the example nope\. The document names \w+/);
    },
  },
  {
    page: 'testing',
    says: 'The header Preference-Applied of the response tells you which preference the mock followed',
    async proof({send}) {
      const response = await send('GET', '/users', {headers: {Prefer: 'code=503'}});
      expect([response.status, response.headers.get('Preference-Applied')]).toEqual([503, 'code=503']);
    },
  },
  {
    page: 'tutorial-directory',
    says: 'The header Location of the response ends with the new id',
    async proof({send}) {
      const response = await send('POST', '/users', {body: newUser});
      const {id} = await response.json();
      expect(response.headers.get('Location')).toBe(`/v1/users/${id}`);
    },
  },
  {
    page: 'tutorial-directory',
    says: "This deletes the person's threads too",
    async proof({status}) {
      expect(await status('GET', '/threads/thr_2b7vka')).toBe(200);
      await status('DELETE', '/users/usr_123abc');
      expect(await status('GET', '/threads/thr_2b7vka')).toBe(404);
    },
  },
  {
    page: 'tutorial-handbook',
    says: 'An answer without citations means that nothing suitable was found',
    async proof({json}) {
      const ask = (content: string) => json('POST', '/threads/thr_2b7vka/messages', {body: {content}});
      expect((await ask('How long does a refund take?')).citations).not.toEqual([]);
      expect((await ask('zzz qqq')).citations).toEqual([]);
    },
  },
  {
    page: 'api/users/create-user',
    says: 'Case does not matter',
    async proof({status}) {
      await status('POST', '/users', {body: newUser});
      expect(await status('POST', '/users', {body: {...newUser, email: 'ADA@example.com'}})).toBe(409);
    },
  },
];
