import {beforeAll, expect, test, vi} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {Api} from '../../src/api/operation';
import rules from '../../src/cloudindex/mock/rules';
import {createPageMock, type PageMock} from '../../src/mock/page';
import type {StorageLike} from '../../src/mock/tabState';

let api: Api;
beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
});

test('what was uploaded to an empty account is no part of what comes back when it is off', async () => {
  const items = new Map<string, string>();
  const mock = mockOver(items);
  const own = await upload(mock, 'own.txt', 'mine');
  const bytes = new Map(items);
  bytes.delete('playground.mock');
  mock.play({emptyAccount: true});
  for (let count = 0; count < 40; count++) {
    await upload(mock, `other-${count}.txt`, 'not mine');
  }
  mock.play({emptyAccount: false});
  const download = await ask(mock, `/documents/${own}/content`);
  expect(await download.text()).toBe('mine');
  items.delete('playground.mock');
  expect(items).toEqual(bytes);
});

test('a reset forgets the bytes of uploaded files too', async () => {
  const items = new Map<string, string>();
  const mock = mockOver(items);
  await upload(mock, 'large.txt', 'x'.repeat(10_000));
  expect(items.size).toBe(2);
  await mock.reset();
  expect([...items.keys()]).toEqual(['playground.mock']);
});

test('a file that the storage has no room for is not said to be kept, until it is deleted', async () => {
  const mock = mockOver(new Map(), text => text.length > 50_000);
  const id = await upload(mock, 'large.txt', 'x'.repeat(100_000));
  expect(mock.inspect().kept).toBe(false);
  await ask(mock, '/users');
  expect(mock.inspect().kept).toBe(false);
  expect((await ask(mock, `/documents/${id}`, {method: 'DELETE'})).status).toBe(204);
  expect(mock.inspect().kept).toBe(true);
});

test('whoever follows the mock sees a streamed message as soon as its stream has ended', async () => {
  const mock = mockOver(new Map());
  const seen: number[] = [];
  mock.subscribe(() => seen.push(messagesOf(mock)));
  const before = messagesOf(mock);
  const {data} = await (await ask(mock, '/threads')).json();
  const answer = await ask(mock, `/threads/${data[0].id}/messages/stream`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'text/event-stream'},
    body: JSON.stringify({content: 'How do refunds work?'}),
  });
  expect(answer.status).toBe(200);
  await answer.text();
  expect(seen.at(-1)).toBe(before + 2);
});

test('bodies are read in browsers without Request.body too, such as Firefox', async () => {
  const mock = mockOver(new Map());
  // @ts-expect-error The standard knows only a stream or null.
  const body = vi.spyOn(Request.prototype, 'body', 'get').mockReturnValue(undefined);
  try {
    const created = await ask(mock, '/users', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({email: 'grace@example.com', name: 'Grace'}),
    });
    expect(created.status).toBe(201);
    const id = await upload(mock, 'own.txt', 'mine');
    expect(await (await ask(mock, `/documents/${id}/content`)).text()).toBe('mine');
  } finally {
    body.mockRestore();
  }
});

function mockOver(items: Map<string, string>, isTooLarge: (text: string) => boolean = () => false): PageMock {
  const storage: StorageLike = {
    getItem: key => items.get(key) ?? null,
    setItem(key, text) {
      if (isTooLarge(text)) {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      items.set(key, text);
    },
    removeItem: key => void items.delete(key),
  };
  return createPageMock({rules, api, storage, wait: () => Promise.resolve()});
}

function ask(mock: PageMock, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', 'Bearer ck_mock_4242');
  return mock.fetch(new Request(mock.baseUrl + path, {...init, headers}));
}

async function upload(mock: PageMock, name: string, text: string): Promise<string> {
  const body = new FormData();
  body.append('files', new File([text], name, {type: 'text/plain'}));
  const answer = await ask(mock, '/documents', {method: 'POST', body});
  const {data} = await answer.json();
  return data[0].id;
}

function messagesOf(mock: PageMock): number {
  return mock.inspect().tables.find(({name}) => name === 'messages')?.rows.length ?? 0;
}
