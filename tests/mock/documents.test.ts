import {beforeEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {sendTo, uploadForm, type Send} from './support/client';

const api = await loadApi('static/openapi.yaml');
let now: number;
let mock: Mock;
let send: Send;

beforeEach(() => {
  now = Date.UTC(2026, 0, 2, 3, 4, 5);
  mock = createMock({rules, api, clock: () => now});
  send = sendTo(mock);
});

const guide = {
  name: 'guide.md',
  type: 'text/markdown',
  text: '# Lamps\n\nPress the button twice to dim the lamp.\n',
};

async function upload(...files: Parameters<typeof uploadForm>): Promise<{id: string; status: string}[]> {
  const response = await send('POST', '/documents', {content: uploadForm(...files)});
  expect(response.status).toBe(202);
  return (await response.json()).data;
}

describe('uploading', () => {
  test('a document waits, is processed and becomes ready as time goes by', async () => {
    const [document] = await upload([guide]);
    const statuses = [document?.status];
    for (let seconds = 0; seconds < 30; seconds++) {
      now += 1000;
      statuses.push((await (await send('GET', `/documents/${document?.id}`)).json()).status);
    }
    expect([...new Set(statuses)]).toEqual(['queued', 'processing', 'ready']);
  });

  test.each([
    ['a file without any text', {name: 'empty.txt', text: ' \n'}, 'The file contains no text.'],
    ['a PDF that is none', {name: 'a.pdf', type: 'application/pdf', text: 'Hello'}, 'The file is not a PDF.'],
  ])('%s fails, with a reason', async (_, file, reason) => {
    const [document] = await upload([file]);
    expect(document).toMatchObject({status: 'queued', failure_reason: null});
    now += 60_000;
    const failed = await (await send('GET', `/documents/${document?.id}`)).json();
    expect(failed).toMatchObject({status: 'failed', failure_reason: reason, passages: 0});
    const listed = await (await send('GET', '/documents?status=failed')).json();
    expect(listed.data).toEqual([failed]);
  });

  test('a PDF becomes ready', async () => {
    const [document] = await upload([{name: 'a.pdf', type: 'application/pdf', text: '%PDF-1.7 Hello'}]);
    now += 60_000;
    const ready = await (await send('GET', `/documents/${document?.id}`)).json();
    expect(ready).toMatchObject({status: 'ready', failure_reason: null});
  });

  test('what is downloaded is what was uploaded, byte for byte', async () => {
    const bytes = Uint8Array.from({length: 70_000}, (_, index) => (index * 7) % 256);
    const form = new FormData();
    form.append('files', new Blob([bytes], {type: 'application/pdf'}), 'bytes.pdf');
    const response = await send('POST', '/documents', {content: form});
    const {id, size} = (await response.json()).data[0];
    expect(size).toBe(bytes.length);
    const download = await send('GET', `/documents/${id}/content`);
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes);
    expect(download.headers.get('Content-Disposition')).toContain('bytes.pdf');
  });

  test('up to 20 files come in one request, and 21 are refused', async () => {
    const files = Array.from({length: 21}, (_, index) => ({name: `${index}.txt`, text: `file ${index}`}));
    expect(await upload(files.slice(1))).toHaveLength(20);
    const response = await send('POST', '/documents', {content: uploadForm(files)});
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual([expect.objectContaining({pointer: '#/files'})]);
  });

  test.each(['../../etc/passwd.txt', '..', 'folder/name.txt', 'folder\\name.txt', `${'a'.repeat(300)}.txt`])(
    'the file name %j is refused with its place',
    async name => {
      const response = await send('POST', '/documents', {content: uploadForm([{name, text: 'text'}])});
      expect(response.status).toBe(422);
      expect((await response.json()).errors[0].pointer).toBe('#/files/0');
    },
  );

  test('a file that is too large is refused while it comes', async () => {
    const form = uploadForm([{name: 'large.txt', text: 'x'.repeat(10_000_001)}]);
    expect((await send('POST', '/documents', {content: form})).status).toBe(413);
    expect((await (await send('GET', '/documents?limit=100')).json()).data).toHaveLength(3);
  });
});

describe('finding', () => {
  test('filters combine, and the newest comes first', async () => {
    await upload([guide], {collection: 'lamps'});
    now += 60_000;
    const [second] = await upload([{...guide, name: 'second.md'}], {collection: 'lamps'});
    const listed = async (query: string): Promise<{id: string; name: string}[]> =>
      (await (await send('GET', `/documents?${query}`)).json()).data;
    expect((await listed('collection=lamps')).map(({name}) => name)).toEqual(['second.md', 'guide.md']);
    expect((await listed('collection=lamps&status=queued')).map(({id}) => id)).toEqual([second?.id]);
    expect(await listed('collection=lamps&media_type=text/csv')).toEqual([]);
  });

  test('search finds a passage once the document is ready, and not before', async () => {
    await upload([guide], {collection: 'lamps'});
    const search = async (): Promise<{text: string; document_name: string; score: number}[]> =>
      (await (await send('POST', '/search', {body: {query: 'How do I dim the lamp?'}})).json()).data;
    expect((await search()).some(({document_name: name}) => name === 'guide.md')).toBe(false);
    now += 60_000;
    const [best] = await search();
    expect(best?.document_name).toBe('guide.md');
    expect(best?.text).toContain('Press the button twice');
  });

  test('results come with falling scores, within the filters and the limit', async () => {
    const body = {query: 'days', limit: 2, filters: {collections: ['handbook', 'policies']}};
    const {data, total} = await (await send('POST', '/search', {body})).json();
    expect(data.length).toBeLessThanOrEqual(2);
    expect(total).toBeGreaterThanOrEqual(data.length);
    const scores = data.map(({score}: {score: number}) => score);
    expect(scores).toEqual([...scores].sort((a: number, b: number) => b - a));
    expect(data.every(({collection}: {collection: string}) => collection !== 'security')).toBe(true);
  });

  test('a page stays right while documents come and go', async () => {
    const names = async (path: string): Promise<{names: string[]; next: string | null}> => {
      const page = await (await send('GET', path)).json();
      return {names: page.data.map(({name}: {name: string}) => name), next: page.next_cursor};
    };
    const first = await names('/documents?limit=1');
    await upload([guide]);
    const second = await names(`/documents?limit=5&cursor=${first.next}`);
    expect([...first.names, ...second.names]).toEqual([
      'security-faq.md',
      'employee-handbook.md',
      'refund-policy.md',
    ]);
    expect(second.next).toBeNull();
  });
});

describe('chat', () => {
  test('an answer quotes the document that it found', async () => {
    const thread = await (await send('POST', '/threads', {body: {title: 'Refunds'}})).json();
    const response = await send('POST', `/threads/${thread.id}/messages`, {
      body: {content: 'How long does a refund take?'},
    });
    expect(response.status).toBe(201);
    const answer = await response.json();
    expect(answer.citations[0]).toMatchObject({document_name: 'refund-policy.md'});
    expect(answer.content).toContain('five working days');
    const {data} = await (await send('GET', `/threads/${thread.id}/messages`)).json();
    expect(data.map(({role}: {role: string}) => role)).toEqual(['user', 'assistant']);
  });

  test('threads and messages go with their user, documents stay without an owner', async () => {
    const user = await (await send('POST', '/users', {body: {email: 'ada@example.com', name: 'Ada'}})).json();
    const [document] = await upload([guide], {owner_id: user.id});
    const thread = await (await send('POST', '/threads', {body: {user_id: user.id}})).json();
    expect((await send('DELETE', `/users/${user.id}`)).status).toBe(204);
    expect((await send('GET', `/threads/${thread.id}`)).status).toBe(404);
    expect((await send('GET', `/threads/${thread.id}/messages`)).status).toBe(404);
    expect((await (await send('GET', `/documents/${document?.id}`)).json()).owner_id).toBeNull();
  });
});

describe('what comes again', () => {
  test('the same Idempotency-Key and body give the first answer, and nothing happens twice', async () => {
    const sent = {body: {email: 'ada@example.com', name: 'Ada'}, headers: {'Idempotency-Key': 'one'}};
    const first = await send('POST', '/users', sent);
    const second = await send('POST', '/users', sent);
    expect(second.status).toBe(201);
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    const other = await send('POST', '/users', {...sent, body: {email: 'b@example.com', name: 'B'}});
    expect(other.status).toBe(422);
  });

  test('an upload with the same Idempotency-Key is kept once', async () => {
    const sent = () => ({content: uploadForm([guide]), headers: {'Idempotency-Key': 'one'}});
    const first = await (await send('POST', '/documents', sent())).json();
    expect(await (await send('POST', '/documents', sent())).json()).toEqual(first);
    expect((await (await send('GET', '/documents?limit=100')).json()).data).toHaveLength(4);
  });

  test('If-None-Match answers 304 while nothing changed, If-Match 412 once something did', async () => {
    const path = '/users/usr_123abc';
    const tag = (await send('GET', path)).headers.get('ETag') ?? '';
    expect((await send('GET', path, {headers: {'If-None-Match': tag}})).status).toBe(304);
    const change = {body: {name: 'Jane Doe'}, headers: {'If-Match': tag}};
    expect((await send('PATCH', path, change)).status).toBe(200);
    expect((await send('PATCH', path, change)).status).toBe(412);
    expect((await send('GET', path, {headers: {'If-None-Match': tag}})).status).toBe(200);
  });

  test('a range is cut out of a download, the rest of it too, and one behind the end is refused', async () => {
    const path = '/documents/doc_h7n2qe/content';
    const whole = await (await send('GET', path)).text();
    const part = await send('GET', path, {headers: {Range: 'bytes=2-8'}});
    expect([part.status, await part.text()]).toEqual([206, whole.slice(2, 9)]);
    const rest = await send('GET', path, {headers: {Range: 'bytes=-5'}});
    expect(await rest.text()).toBe(whole.slice(-5));
    expect((await send('GET', path, {headers: {Range: 'bytes=99999-'}})).status).toBe(416);
  });
});
