import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {check, format} from 'prettier';
import {describe, expect, test} from 'vitest';

import {black, go, gofmt, pathOf, shellcheck} from '../../scripts/toolchains';
import {generateSnippet, languages, type Language, type SnippetOptions} from '../../src/snippets';
import {corpus} from './corpus';
import {extensions, run, workFolder} from './support/runSample';

/** Writes every sample of the corpus, in each way to show a key, each Go program in a folder of its own. */
async function writeSamples(language: Language): Promise<{folder: string; files: string[]}> {
  const folder = await workFolder();
  const shown: NonNullable<SnippetOptions['credentials']>[] = ['variable', 'fallback', 'literal'];
  const codes = corpus('https://api.test').flatMap(({request}) =>
    (request.credentials.length > 0 ? shown : shown.slice(0, 1)).map(credentials =>
      generateSnippet(request, language, {credentials}),
    ),
  );
  const files = await Promise.all(
    codes.map(async (code, index) => {
      const place = language === 'go' ? join(folder, `sample${index}`) : folder;
      await mkdir(place, {recursive: true});
      const file = join(place, `sample${index}.${extensions[language]}`);
      await writeFile(file, `${language === 'curl' ? '#!/bin/bash\n' : ''}${code}\n`);
      return file;
    }),
  );
  return {folder, files};
}

describe('the tools of each language have nothing to say of the samples', () => {
  test('gofmt and go vet', async () => {
    const {folder} = await writeSamples('go');
    await writeFile(join(folder, 'go.mod'), 'module samples\n\ngo 1.19\n');
    expect(await run([pathOf(gofmt), '-l', '.'], folder, {})).toMatchObject({exitCode: 0, stdout: ''});
    expect(await run([pathOf(go), 'vet', './...'], folder, {})).toMatchObject({exitCode: 0, stderr: ''});
  });

  test('black', async () => {
    const {folder} = await writeSamples('python');
    const {exitCode, stderr} = await run([pathOf(black), '--quiet', '--diff', '--check', '.'], folder, {});
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  });

  test('prettier', async () => {
    const requests = corpus('https://api.test');
    const changed: string[] = [];
    for (const {name, request} of requests) {
      const code = `${generateSnippet(request, 'node')}\n`;
      if (!(await check(code, {parser: 'babel'}))) {
        changed.push(`${name}:\n${await format(code, {parser: 'babel'})}`);
      }
    }
    expect(changed.map(text => text.slice(0, 1500))).toEqual([]);
  });

  test('shellcheck', async () => {
    const {folder, files} = await writeSamples('curl');
    // SC2016 and SC1003 ask whether `$` and quotes within single quotes are meant as they are: they are data.
    const command = [pathOf(shellcheck), '--exclude=SC2016,SC1003', ...files] as const;
    expect(await run(command, folder, {})).toMatchObject({exitCode: 0, stdout: ''});
  });
});

test('there is a sample in every language for every request', () => {
  for (const {request} of corpus('https://api.test')) {
    for (const {id} of languages) {
      expect(generateSnippet(request, id)).not.toBe('');
    }
  }
});
