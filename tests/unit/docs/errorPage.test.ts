import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';

import {slug} from '../../../src/plugin/slug';

test('the type of every documented error is the address of a section of the page about errors', () => {
  const document = readFileSync('static/openapi.yaml', 'utf8');
  const types = [...document.matchAll(/^\s*type: (https:\S+)$/gm)].map(([, type = '']) => new URL(type));
  const headings = readFileSync('docs/errors.mdx', 'utf8').matchAll(/^#{2,3} (.+)$/gm);
  const sections = new Set([...headings].map(([, title = '']) => `/errors#${slug(title)}`));

  expect(types.length).toBeGreaterThan(4);
  for (const {pathname, hash} of types) {
    expect(sections).toContain(pathname + hash);
  }
});
