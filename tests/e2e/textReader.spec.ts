import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';

import {curl} from '../../scripts/languages/curl';
import {toolchainPath, w3m} from '../../scripts/toolchains';
import {loadApi} from '../../src/api/document/load';
import type {Operation} from '../../src/api/operation';
import {slug} from '../../src/plugin/slug';
import {operationFacts, plain, sampleLines} from '../support/operationFacts';

let operations: readonly Operation[];

test.beforeAll(async () => {
  ({operations} = await loadApi('static/openapi.yaml'));
});

function pageOf({tags, summary}: Operation): string {
  return `/api/${slug(tags[0] ?? '')}/${slug(summary)}`;
}

/** What of an operation a text does not say. */
function missing(operation: Operation, text: string): readonly string[] {
  const found = plain(text);
  return [...operationFacts(operation), ...sampleLines(operation)].filter(
    fact => !found.includes(plain(fact)),
  );
}

test('a browser that shows text alone shows the whole of every operation', () => {
  for (const operation of operations) {
    const file = join('build', pageOf(operation), 'index.html');
    // Wide, so that no line is broken.
    const text = execFileSync(toolchainPath(w3m), ['-dump', '-cols', '500', '-T', 'text/html', file], {
      encoding: 'utf8',
    });
    expect(missing(operation, text), operation.id).toEqual([]);
  }
});

test('curl gets the whole of every operation as Markdown', ({baseURL}) => {
  for (const operation of operations) {
    const url = `${baseURL}${pageOf(operation)}.md`;
    const text = execFileSync(toolchainPath(curl), ['--silent', '--fail', url], {encoding: 'utf8'});
    expect(missing(operation, text), operation.id).toEqual([]);
  }
});
