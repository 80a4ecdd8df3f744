import {beforeAll, expect, test} from 'vitest';
import type {InlineCode} from 'mdast';
import {visit} from 'unist-util-visit';

import {loadDocument} from '../../../src/api/document/load';
import {HEALTH_PATH} from '../../../src/mock/node/health';
import {usage} from '../../../src/mock/node/options';
import {writtenPages, type WrittenPage} from '../../support/pages';

/** Names that others define, so that the document has no need to. */
const elsewhere = new Set([
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'Accept', 'Bearer', 'Content-Type', 'null'],
  // Programs, and files of the reader's own.
  ...['--form', '@handbook.md', 'bash', 'node', 'npm', 'ci', 'python3', 'go', 'run'],
  ...['users.sh', 'users.mjs', 'users.py', 'users.go'],
  // The recipes read the server's address from it: see tests/samples.
  'CLOUDINDEX_BASE_URL',
  // RFC 6749 (OAuth), RFC 9457 (problem details), RFC 9110, RFC 9745, RFC 8594, and HTML.
  ...['access_token', 'expires_in', 'about', 'blank', 'Allow', 'Deprecation', 'Sunset', 'EventSource'],
  // Pointers that the mock returns: see tests/mock.
  ...['#/files/0', '#/Idempotency-Key'],
  // The file that the recipe reads: see tests/samples.
  'email,name',
  // The mock: see tests/mock.
  ...['Preference-Applied', 'nope', 'mock.mjs', 'OPTIONS'],
  ...['dynamic', 'ck_mock_4242_expired', 'localhost', '4010', HEALTH_PATH],
]);
/** Pages that speak of this site, and not of the API. */
const ofSite = new Set(['docs/security.mdx']);
let known: string;

beforeAll(async () => {
  const {document} = await loadDocument('static/openapi.yaml');
  known = `${JSON.stringify(document).replaceAll('\\"', '"')}\n${usage()}`;
});

/** Names in code that stand neither in the document nor in what `npm run mock -- --help` says. */
function unknownNames({file, tree}: WrittenPage): readonly string[] {
  const unknown: string[] = [];
  visit(tree, 'inlineCode', ({value, position}: InlineCode) => {
    const isKnown = value
      .split(/https?:\/\/|[\s'=;:]+|(?<=:\d+)(?=\/)/)
      .filter(part => /[A-Za-z]/.test(part))
      .every(part => elsewhere.has(part) || stands(part.replace(/^.*\./, '')) || stands(part));
    if (!isKnown) {
      unknown.push(`${file}:${position?.start.line ?? 0} \`${value}\``);
    }
  });
  return unknown;
}

function stands(name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const start = /^\w/.test(name) ? '(?<![\\w-])' : '';
  return new RegExp(`${start}${escaped}(?![\\w-])`).test(known);
}

test('every name in code is one that the document has, or an option of the mock', () => {
  const pages = writtenPages().filter(({file}) => !ofSite.has(file));
  expect(pages.flatMap(unknownNames)).toEqual([]);
});
