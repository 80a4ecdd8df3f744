import {expect, test} from 'vitest';

import {linkBase} from '../../../src/api/linkBase';

test.each([
  [
    'the documentation that the document names',
    {externalDocs: {url: 'https://docs.example.com/v3'}, servers: [{url: 'https://api.example.com'}]},
    'https://docs.example.com/v3',
  ],
  [
    'the first server with a whole address',
    {servers: [{url: '/v1'}, {url: 'https://a.b/v2'}]},
    'https://a.b/v2/',
  ],
  [
    'a server with variables',
    {servers: [{url: 'https://{region}.b', variables: {region: {default: 'eu'}}}]},
    'https://eu.b/',
  ],
  ['nothing', {externalDocs: {url: 'docs'}, servers: [{url: '/v1'}]}, undefined],
])('relative links of a document start from %s', (_, document, base) => {
  expect(linkBase(document)).toBe(base);
});
