import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadDocument, type LoadedDocument} from '../../../src/api/document/load';
import type {Api, Operation} from '../../../src/api/operation';
import {siteHighlighter} from '../../../src/plugin/highlighter';
import {frameAsData} from '../../../src/plugin/generatedPages/frame';
import {apiData, operationData} from '../../../src/plugin/operationData';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {pageInParts} from '../../../src/plugin/operationPage/parts';
import {authoredExamples} from '../../../src/plugin/samples';
import {languages} from '../../../src/snippets';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
});
afterAll(() => rm(folder, {recursive: true}));

/** A document with one operation that has these samples. */
async function load(samples: string): Promise<LoadedDocument> {
  const own = await mkdtemp(join(folder, 'case-'));
  const document = join(own, 'api.yaml');
  await writeFile(
    document,
    `openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://api.test}]
security: []
paths: {/a: {get: {operationId: a, ${samples}, responses: {'200': {description: ok}}}}}`,
  );
  return loadDocument(document);
}

function first({operations: [operation]}: Api): Operation {
  if (!operation) {
    throw new Error('There is no operation.');
  }
  return operation;
}

const sdk = `[{lang: TypeScript, label: TypeScript SDK, source: 'client.a()'}, {lang: C#, source: 'client.A();'}]`;

describe('samples of the document', () => {
  test.each(['x-codeSamples', 'x-code-samples'])('by %s are offered under their labels', async name => {
    const {api, faults} = await load(`${name}: ${sdk}`);
    expect(faults).toEqual([]);
    expect(authoredExamples(first(api))).toEqual([
      {language: 'typescript', label: 'TypeScript SDK', code: 'client.a()'},
      {language: 'csharp', label: 'C#', code: 'client.A();'},
    ]);
  });

  test('get labels of their own beside our samples and each other', async () => {
    const {api} = await load(
      `x-codeSamples: [{lang: curl, source: a}, {lang: python, source: b}, {lang: Python, source: c}, {lang: Rust, source: d}, {lang: Rust, source: e}]`,
    );
    expect(authoredExamples(first(api)).map(({label, language, code}) => [label, language, code])).toEqual([
      ['curl (hand-written)', 'bash', 'a'],
      ['python (hand-written)', 'python', 'b'],
      ['Python (hand-written) 2', 'python', 'c'],
      ['Rust', 'rust', 'd'],
      ['Rust (hand-written)', 'rust', 'e'],
    ]);
  });

  test('reach the page of the operation beside ours, and neither its form nor the mock', async () => {
    const {api} = await load(`x-codeSamples: ${sdk}`);
    const operation = first(api);
    const {frame} = pageInParts(operationToMdast(operation));
    const context = {highlight: await siteHighlighter({}), baseUrl: '/', trailingSlash: undefined};
    const page = JSON.stringify(frameAsData(frame, operation, {...context, languages}).frame);
    expect(page).toContain('"label":"cURL"');
    expect(page).toContain('"authored":[{"language":"typescript","label":"TypeScript SDK"');
    expect(apiData(api) + operationData(operation)).not.toContain('client.a()');
  });

  test.each([
    ['no code', '[{lang: Go}]', 'This sample lacks `source`, its code as text. It is left out.'],
    ['blank code', `[{lang: Go, source: ' '}]`, 'lacks `source`'],
    ['no name', '[{source: a}]', 'lacks `lang`, its language'],
    ['code that is no text', '[{lang: Go, source: 5}]', 'lacks `source`'],
    ['no object', '[Go]', 'lacks `source`, its code as text, and `lang`'],
    ['no list', 'Go', '`x-codeSamples` is no list'],
    ['one that is no list', '{lang: Go, source: a}', '`x-codeSamples` is no list'],
  ])('with %s are left out, and the report says so', async (_, samples, message) => {
    const {api, faults} = await load(`x-codeSamples: ${samples}`);
    expect(first(api).codeSamples).toBeUndefined();
    expect(faults.map(fault => fault.message).join(' ')).toContain(message);
  });
});
