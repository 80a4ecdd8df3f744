import fc from 'fast-check';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {Operation} from '../../src/api/operation';
import {validateSchema} from '../../src/api/schema/validateSchema';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {noteIds, recipe, requestOf} from './support/randomRequest';
import {serveMock} from './support/serveMock';

const api = await loadApi('static/openapi.yaml');
/** `npm run fuzz` asks for more. */
const REQUESTS = Number(process.env['FUZZ_INPUTS'] ?? 5000);
/** After so many requests the account is emptied, so that what it stores cannot hide a leak. */
const ROUND = 500;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Why the document does not name an answer, if it does not. */
function undocumented(operation: Operation, {status, headers}: Response, text: string): string | undefined {
  const documented = operation.responses.find(response => response.status === String(status));
  if (!documented) {
    return `${status}: ${text}`;
  }
  const type = headers.get('Content-Type');
  const content = documented.content.find(candidate => candidate.type === type);
  if (documented.content.length > 0 && !content) {
    return `${status} as ${type}`;
  }
  const faults = content?.type.includes('json')
    ? validateSchema(operation, content.schema ?? true, JSON.parse(text))
    : [];
  return faults.length > 0 ? `${status}: ${JSON.stringify(faults)}` : undefined;
}

test(
  'no request gets an answer that the document does not name, and memory stays flat',
  async () => {
    const mock = createMock({
      rules,
      api,
      wait: () => Promise.resolve(),
      scenario: {...createMock({rules, api}).scenario(), rateLimit: 1e9},
    });
    const {baseUrl, close} = await serveMock(mock);
    const ids = new Map<string, string[]>();
    const faults: string[] = [];
    const heap: number[] = [];
    const seed = Date.now();
    const recipes = fc.sample(recipe, {numRuns: REQUESTS, seed});
    for (const [index, made] of recipes.entries()) {
      const {operation, request} = requestOf(api, baseUrl, made, ids);
      const asked = `${request.method} ${request.url} ${JSON.stringify(made)}`;
      const response = await fetch(request).catch((error: unknown) => {
        throw new Error(`No answer to number ${index}: ${asked}`, {cause: error});
      });
      const text = await response.text();
      const fault = undocumented(operation, response, text);
      // `Prefer` asks for a status by name, documented or not, or for what there is not.
      const isOfPrefer = response.headers.has('Preference-Applied') || text.includes('"Prefer asks for ');
      if (fault !== undefined && !isOfPrefer) {
        faults.push(`${operation.id} ${fault}\nNumber ${index} of seed ${seed}: ${asked}`);
      }
      noteIds(text, ids);
      if (index % ROUND === ROUND - 1) {
        await mock.reset();
        ids.clear();
        collectGarbage();
        heap.push(process.memoryUsage().heapUsed);
      }
    }
    await close();
    expect(faults.join('\n\n')).toBe('');
    const [, settled = 0] = heap;
    expect((heap.at(-1) ?? 0) - settled).toBeLessThan(8_000_000);
  },
  REQUESTS * 60,
);
