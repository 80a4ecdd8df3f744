import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import type {ApiRequest, Body} from '../../../src/request/apiRequest';
import {generateSnippet, readableLanguages, type Language} from '../../../src/snippets';
import {jsonTree} from '../../../src/snippets/literals/jsonTree';
import {parseSnippet} from '../../../src/snippets/parse';
import {corpus} from '../../samples/corpus';
import {anyRequest} from '../../samples/support/anyRequest';
import {expectedHeaders} from '../../samples/support/wireEquality';

async function read(code: string, language: Language): Promise<ApiRequest> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    throw new Error(
      parsed.problems.map(({line, column, message}) => `${line}:${column} ${message}`).join('\n'),
    );
  }
  return parsed.request;
}

/**
 * What is the same on the wire is the same here: JSON by its tokens, a text of a form by its fields, headers in any order
 * of names, those that repeat as one, keys in any order.
 */
function essence({method, url, headers, credentials, body}: ApiRequest): unknown {
  return {
    method,
    url,
    headers: byText(expectedHeaders({headers, credentials: []})),
    credentials: byText(credentials),
    body: bodyEssence(body),
  };
}

function byText(values: readonly unknown[]): readonly unknown[] {
  return [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function bodyEssence(body: Body): unknown {
  switch (body.type) {
    case 'json':
      return {...body, text: jsonTree(body.text) ?? body.text};
    case 'file':
      return {...body, file: body.file.name};
    case 'multipart':
      return body.parts.map(part => ('file' in part ? {...part, file: part.file.name} : part));
    default:
      return body;
  }
}

describe.each(readableLanguages)('$label', ({id: language}) => {
  test('any request that was printed is read again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRequest('https://a.test/v1'),
        fc.constantFrom('program' as const, 'call' as const),
        async (request, scope) => {
          const code = generateSnippet(request, language, {credentials: 'fallback', scope});
          expect(essence(await read(code, language)), code).toEqual(essence(request));
        },
      ),
      {numRuns: 400, endOnFailure: true},
    );
  });

  test('a key that stands in a variable is read without its value', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest('https://a.test/v1'), async request => {
        const code = generateSnippet(request, language, {credentials: 'variable'});
        const {credentials} = await read(code, language);
        expect(byText(credentials)).toEqual(
          byText(request.credentials.map(credential => ({...credential, value: ''}))),
        );
      }),
      {numRuns: 100, endOnFailure: true},
    );
  });

  test.each(corpus('https://a.test').map(({name, request}) => [name, request] as const))(
    'the awkward request %s is read again as it was',
    async (_, request) => {
      const code = generateSnippet(request, language, {credentials: 'fallback'});
      expect(essence(await read(code, language))).toEqual(essence(request));
    },
  );

  test('any text is read or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary'}), async text => {
        expect(Object.keys(await parseSnippet(text, language))).not.toEqual([]);
      }),
      {numRuns: 300},
    );
  });
});

test.each([
  ['node', `fetch(${'!'.repeat(2600)}1)`],
  ['python', `import requests\nrequests.get("https://a.test/", params=${'not '.repeat(2600)}1)`],
  [
    'python',
    `import requests\nif a: pass\n${'elif b: pass\n'.repeat(30_000)}requests.get("https://a.test/")`,
  ],
  ['go', `package main\nfunc main() { x := ${'*'.repeat(2600)}a\nhttp.Get(x) }`],
] as const)('code that nests without brackets is refused in words too: %s', async (language, code) => {
  const {problems} = await parseSnippet(code, language).then(read => ({problems: [], ...read}));
  expect(problems).toHaveLength(1);
});

describe.each([400, 20_000])('code that nests %i levels', levels => {
  const list = '['.repeat(levels) + ']'.repeat(levels);

  test.each([
    ['node', `fetch('https://a.test/', {method: 'POST', body: JSON.stringify(${list})})`],
    ['python', `import requests\nrequests.post("https://a.test/", json=${list})`],
    ['go', `http.NewRequest("POST", "https://a.test/", ${'f('.repeat(levels)}${')'.repeat(levels)})`],
  ] as const)('is refused in words in %s', async (language, code) => {
    expect(await parseSnippet(code, language)).toMatchObject({
      problems: [{message: expect.stringContaining('nested too deeply')}],
    });
  });
});
