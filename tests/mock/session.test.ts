import fc from 'fast-check';
import {expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {createPageMock} from '../../src/mock/page';
import {noteIds, recipe, requestOf, type Recipe} from './support/randomRequest';
import {serveMock} from './support/serveMock';

const api = await loadApi('static/openapi.yaml');

/** What carries messages, and differs from place to place. */
const carriers = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

type Ask = (request: Request) => Promise<Response>;

async function answers(baseUrl: string, ask: Ask, recipes: readonly Recipe[]): Promise<unknown[]> {
  const ids = new Map<string, string[]>();
  const seen: unknown[] = [];
  for (const made of recipes) {
    const {operation, request} = requestOf(api, baseUrl, made, ids);
    const response = await ask(request);
    const text = await response.text();
    noteIds(text, ids);
    seen.push({
      operation: operation.id,
      status: response.status,
      headers: [...response.headers].filter(
        ([name]) => !carriers.has(name) && !name.startsWith('access-control-'),
      ),
      text,
    });
  }
  return seen;
}

test('the same 300 requests get the same answers in the page and over HTTP', async () => {
  const recipes = fc.sample(recipe, {numRuns: 300, seed: 20_260_102});
  const fixed = () => {
    let now = Date.UTC(2026, 0, 2);
    return {api, rules, seed: 7, clock: () => (now += 100), wait: () => Promise.resolve()};
  };
  const page = createPageMock(fixed());
  const inThePage = await answers(page.baseUrl, page.fetch, recipes);
  const {baseUrl, close} = await serveMock(createMock(fixed()));
  const overHttp = await answers(baseUrl, fetch, recipes);
  await close();
  expect(overHttp).toEqual(inThePage);
  const statuses = new Set(inThePage.map(answer => Object(answer).status));
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 202, 204, 401, 404, 422]));
});
