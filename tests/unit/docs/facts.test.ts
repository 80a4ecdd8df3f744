import {beforeAll, describe, expect, test} from 'vitest';

import type {JsonObject} from '../../../src/api/json';
import {loadDocument} from '../../../src/api/document/load';
import {handTypedFacts} from '../../support/handTypedFacts';
import {readPage, writtenPages} from '../../support/pages';

let document: JsonObject;

beforeAll(async () => {
  ({document} = await loadDocument('static/openapi.yaml'));
});

test('no page says in words of its own what the document says', () => {
  const facts = writtenPages().flatMap(handTypedFacts(document));
  expect(facts.map(({place, text, instead}) => `${place}: "${text}". Write ${instead}`)).toEqual([]);
});

describe('a fact typed by hand is found, with what to write instead', () => {
  test.each([
    ['an address', 'Ask `https://api.cloudindex.com/v1/users`.', '<ApiFact pointer="#/servers/0/url" />'],
    [
      'a key',
      'Use `ck_mock_4242`.',
      '<ApiFact pointer="#/components/securitySchemes/bearerAuth/x-mock-credential" />',
    ],
    ['a status', 'It gives [422](/errors).', '<ApiFact error="validation-error" />'],
    ['a status in code', 'It gives `409`.', '<ApiFact error="last-administrator" />'],
    ['a success', 'It gives 202.', '<ApiFact pointer="#/paths/~1documents/post/responses/202" />'],
    ['a quantity', 'For 24 hours.', '<ApiFact pointer="#/info/x-limits/idempotencyKey" />'],
    ['a quantity in words', 'In one minute.', '<ApiFact pointer="#/info/x-limits/rateWindow" />'],
    [
      'a limit beside its field',
      'Send up to 20 `files`.',
      '<ApiFact pointer="#/components/schemas/Upload/properties/files/maxItems" />',
    ],
    [
      'a limit in a row of a table',
      '| Field | Most |\n| --- | --- |\n| `query` | 500 |',
      '<ApiFact pointer="#/components/schemas/SearchRequest/properties/query/maxLength" />',
    ],
    [
      'a default',
      '`hybrid`, the default, does both.',
      '<ApiFact pointer="#/components/schemas/SearchRequest/properties/mode/default" />',
    ],
    [
      'a list of all values',
      'One of `queued`, `processing`, `ready` and `failed`.',
      '<ApiFact pointer="#/components/schemas/DocumentStatus/enum" />',
    ],
  ])('%s', (_, page, instead) => {
    const found = handTypedFacts(document)(readPage('docs/a.mdx', page));
    expect(found.map(one => one.instead)).toContain(instead);
  });

  test.each([
    'A status in the 500s can pass.',
    'In 3 steps, over 24 days.',
    '`ck_mock_4242_other` is another key.',
    'The field `files` and the `name`.',
    '```bash\ncurl https://api.cloudindex.com/v1/users # 422\n```',
    '<ApiFact error="validation-error" /> for a wrong value.',
  ])('and nothing else: %s', page => {
    expect(handTypedFacts(document)(readPage('docs/a.mdx', page))).toEqual([]);
  });
});
