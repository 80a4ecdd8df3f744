import {expect, test} from 'vitest';

import {notShown} from '../../../src/plugin/notShown';

const callbacks = {done: {}, failed: {}};

test('whoever builds the site is told how many webhooks and callbacks it does not show', () => {
  const document = {
    webhooks: {made: {}},
    paths: {'/a': {$ref: '#/components/pathItems/A'}, '/b': {post: {callbacks}, parameters: []}},
    components: {pathItems: {A: {get: {callbacks}}}},
  };
  expect(notShown(document)).toMatch(/has 1 webhook and 4 callbacks\./);
  expect(notShown({...document, webhooks: {}})).toMatch(/has 4 callbacks\./);
});

test('a document without webhooks and callbacks gives no warning', () => {
  expect(notShown({paths: {'/a': {get: {}}}})).toBeUndefined();
});
