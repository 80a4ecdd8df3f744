import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {checkAnswer} from '../../../src/client/answer/checkAnswer';
import {MOST_DIFFERENCES} from '../../../src/client/answer/documentDifference';
import {initialValues} from '../../../src/request/examples/initialValues';
import {valuesFromRequest} from '../../../src/request/back/valuesFromRequest';
import {validateValues} from '../../../src/request/form/validate';
import {withoutSecrets} from '../../../src/request/secrets/withoutSecrets';
import {readShareLink, shareLink} from '../../../src/request/share/shareLink';
import {buildRequest} from '../../../src/request/wire/build';
import {generateSnippet, languages, readableLanguages} from '../../../src/snippets';
import {UnprintableRequest} from '../../../src/snippets/snippet';
import {parseSnippet} from '../../../src/snippets/parse';
import {anyFragment, anyValues, brokenCode, SECRET, valuesWithSecret} from './support/inputs';

/** `npm run fuzz` asks for more. Shared among the tests of this file. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 5000);
const numRuns = Math.ceil(INPUTS / 5);
const timeout = Math.max(60_000, INPUTS * 60);

let operations: readonly Operation[];
let createUser: Operation;
beforeAll(async () => {
  ({operations} = await loadApi('static/openapi.yaml'));
  createUser = operations.find(({id}) => id === 'createUser') ?? expect.fail('there is no createUser');
});

const anyOperation = fc.nat().map(index => operations[index % operations.length] ?? createUser);

test(
  'any link is read or refused',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyFragment, anyOperation, async (fragment, operation) => {
        expect(['shared', 'broken']).toContain((await readShareLink(fragment, operation)).type);
      }),
      {numRuns},
    );
  },
  timeout,
);

test(
  'any values make a request, or reasons why they make none',
  async () => {
    await fc.assert(
      fc.property(anyValues, anyOperation, (values, operation) => {
        validateValues(operation, values);
        const {request} = buildRequest(operation, values, {baseUrl: 'https://a.test', credentials: []});
        valuesFromRequest(operation, request);
        for (const {id} of languages) {
          try {
            generateSnippet(request, id);
          } catch (error) {
            expect(error).toBeInstanceOf(UnprintableRequest);
          }
        }
      }),
      {numRuns},
    );
  },
  timeout,
);

test(
  'a secret in its place is in no link, and in nothing that is stored',
  async () => {
    await fc.assert(
      fc.asyncProperty(valuesWithSecret, anyOperation, async (values, operation) => {
        expect(JSON.stringify(withoutSecrets(values, operation).values)).not.toContain(SECRET);
        const link = await shareLink(operation, values);
        const read = link.type === 'link' ? await readShareLink(link.fragment, operation) : undefined;
        expect(JSON.stringify(read ?? '')).not.toContain(SECRET);
      }),
      {numRuns},
    );
  },
  timeout,
);

test(
  'code that is cut, doubled or mixed up is read or refused with a place',
  async () => {
    const samples = readableLanguages.map(({id}) => {
      const request = buildRequest(createUser, initialValues(createUser), {
        baseUrl: 'https://a.test',
        credentials: [],
      });
      return {language: id, code: generateSnippet(request.request, id)};
    });
    await fc.assert(
      fc.asyncProperty(brokenCode(samples), async ({language, code}) => {
        const read = await parseSnippet(code, language);
        expect('request' in read || read.problems.every(({line}) => line > 0)).toBe(true);
      }),
      {numRuns},
    );
  },
  timeout,
);

test(
  'any response is judged',
  async () => {
    await fc.assert(
      fc.property(
        fc.integer({min: 200, max: 599}),
        fc.string(),
        fc.jsonValue(),
        anyOperation,
        (status, type, value, operation) => {
          const text = JSON.stringify(value);
          const result = {
            status,
            headers: [{name: 'Content-Type', value: type}],
            body: {text, cut: undefined},
            size: text.length,
          };
          const {differences} = checkAnswer({operation, result, allHeaders: true, method: 'GET'});
          expect(differences.length).toBeLessThanOrEqual(MOST_DIFFERENCES);
        },
      ),
      {numRuns},
    );
  },
  timeout,
);
