import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const sheets = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter(file => /\.(?:css|tsx?)$/.test(file))
  .map(file => ({file, text: readFileSync(join('src', file), 'utf8')}));

test('every custom property of the site that is used is defined', () => {
  const defined = new Set(sheets.flatMap(({text}) => text.match(/--ci-[\w-]+(?=['"]?\]?\s*:)/g) ?? []));
  const unknown = sheets.flatMap(({file, text}) =>
    [...text.matchAll(/var\((--ci-[\w-]+)/g)]
      .map(([, name = '']) => name)
      .filter(name => !defined.has(name))
      .map(name => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});
