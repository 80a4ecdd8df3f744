import type {Page} from '@playwright/test';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';
import {expect, visit} from './test';

export interface Origins {
  readonly api: string;
  /** The authorization server. */
  readonly auth?: string;
}

/** An operation of the fixture document, with servers of this test in it. */
export async function securedOperation(
  id: string,
  {api, auth = 'https://id.example'}: Origins,
): Promise<Operation> {
  const text = await readFile('tests/fixtures/openapi/secured.yaml', 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  try {
    const file = join(folder, 'openapi.yaml');
    const document = text
      .replaceAll('API_ORIGIN', api)
      .replaceAll('API_PORT', new URL(api).port)
      .replaceAll('AUTH_ORIGIN', auth);
    await writeFile(file, document);
    const operation = (await loadApi(file)).operations.find(candidate => candidate.id === id);
    if (!operation) {
      throw new Error(`The fixture document has no operation ${id}.`);
    }
    return operation;
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Opens the playground on an operation, with its first server chosen. */
export async function openOn(page: Page, operation: Operation): Promise<void> {
  await page.addInitScript({content: `window.givenOperation = ${JSON.stringify(operation)}`});
  await visit(page, '/fixtures/given-operation');
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  await page.getByLabel('Server', {exact: true}).selectOption(operation.servers[0]?.url ?? '');
}
