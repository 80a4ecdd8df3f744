import fc from 'fast-check';
import {expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {sendTo, uploadForm, type Send} from './support/client';

const api = await loadApi('static/openapi.yaml');

interface User {
  readonly id: string;
  readonly email: string;
}
interface Owned {
  readonly id: string;
  readonly owner: string | null;
}

/** What an account should hold, as simply as it can be said. */
class Model {
  users: User[] = [];
  threads: Owned[] = [];
  documents: Owned[] = [];

  taken(email: string, but?: string): boolean {
    return this.users.some(({id, email: other}) => id !== but && other.toLowerCase() === email.toLowerCase());
  }

  deleteUser(id: string): void {
    this.users = this.users.filter(user => user.id !== id);
    this.threads = this.threads.filter(({owner}) => owner !== id);
    this.documents = this.documents.map(document =>
      document.owner === id ? {...document, owner: null} : document,
    );
  }
}

type Step = (send: Send, model: Model) => Promise<void>;

const MISSING = {user: 'usr_0', thread: 'thr_0', document: 'doc_0'};
const emails = fc.constantFrom('a@example.com', 'A@example.com', 'b@example.com', 'c@example.com');
const index = fc.nat(3);

const step: fc.Arbitrary<Step> = fc.oneof(
  emails.map((email): Step => async (send, model) => {
    const response = await send('POST', '/users', {body: {email, name: 'N'}});
    expect(response.status).toBe(model.taken(email) ? 409 : 201);
    if (response.status === 201) {
      model.users.push({id: (await response.json()).id, email});
    }
  }),
  fc.tuple(index, emails).map(([which, email]): Step => async (send, model) => {
    const user = model.users[which];
    const response = await send('PATCH', `/users/${user?.id ?? MISSING.user}`, {body: {email}});
    const expected = !user ? 404 : model.taken(email, user.id) ? 409 : 200;
    expect(response.status).toBe(expected);
    if (user && expected === 200) {
      model.users[which] = {...user, email};
    }
  }),
  index.map((which): Step => async (send, model) => {
    const id = model.users[which]?.id;
    expect((await send('DELETE', `/users/${id ?? MISSING.user}`)).status).toBe(id ? 204 : 404);
    model.deleteUser(id ?? '');
  }),
  fc.option(index).map((which): Step => async (send, model) => {
    const owner = which === null ? null : (model.users[which]?.id ?? MISSING.user);
    const response = await send('POST', '/threads', {body: owner === null ? {} : {user_id: owner}});
    expect(response.status).toBe(owner === MISSING.user ? 422 : 201);
    if (response.status === 201) {
      model.threads.push({id: (await response.json()).id, owner});
    }
  }),
  index.map((which): Step => async (send, model) => {
    const id = model.threads[which]?.id;
    expect((await send('DELETE', `/threads/${id ?? MISSING.thread}`)).status).toBe(id ? 204 : 404);
    model.threads = model.threads.filter(thread => thread.id !== id);
  }),
  fc.option(index).map((which): Step => async (send, model) => {
    const owner = which === null ? null : (model.users[which]?.id ?? MISSING.user);
    const form = uploadForm([{name: 'a.txt', text: 'text'}], owner === null ? {} : {owner_id: owner});
    const response = await send('POST', '/documents', {content: form});
    expect(response.status).toBe(owner === MISSING.user ? 422 : 202);
    if (response.status === 202) {
      model.documents.push({id: (await response.json()).data[0].id, owner});
    }
  }),
  index.map((which): Step => async (send, model) => {
    const id = model.documents[which]?.id;
    expect((await send('DELETE', `/documents/${id ?? MISSING.document}`)).status).toBe(id ? 204 : 404);
    model.documents = model.documents.filter(document => document.id !== id);
  }),
);

/** Everything of a resource, in pages of two. */
async function all<Row>(send: Send, path: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: {data: Row[]; next_cursor: string | null} = await (
      await send('GET', `${path}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
    ).json();
    rows.push(...page.data);
    cursor = page.next_cursor;
  }
  return rows;
}

test('random sequences of requests agree with a simple model of what is stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 12}), async steps => {
      const send = sendTo(createMock({rules, api, entries: []}));
      const model = new Model();
      for (const take of steps) {
        await take(send, model);
      }
      const users = await all<User>(send, '/users');
      expect(users.map(({id, email}) => ({id, email}))).toEqual(model.users);
      const threads = await all<{id: string; user_id: string | null}>(send, '/threads');
      expect(threads.map(({id, user_id: owner}) => ({id, owner}))).toEqual(model.threads.toReversed());
      const documents = await all<{id: string; owner_id: string | null}>(send, '/documents');
      expect(documents.map(({id, owner_id: owner}) => ({id, owner}))).toEqual(model.documents.toReversed());
    }),
    {numRuns: 1000},
  );
});
