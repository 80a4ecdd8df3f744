import {expect, test} from 'vitest';

import type {SearchEntry} from '../../../src/siteSearch/entry';
import {excerpt} from '../../../src/siteSearch/excerpt';
import {createSearch} from '../../../src/siteSearch/search';

const operation: SearchEntry = {
  kind: 'operation',
  url: '/api/create-user',
  page: 'Create User',
  title: 'Create User',
  text: '',
  operation: {id: 'createUser', method: 'POST', paths: ['/users', '/v1/users']},
};

function entry(kind: SearchEntry['kind'], url: string, title: string, text: string): SearchEntry {
  return {kind, url, page: url.startsWith('/api') ? 'Create User' : 'A guide', title, text};
}

const site: readonly SearchEntry[] = [
  operation,
  entry('section', '/api/create-user', 'Create User', 'Makes an account.'),
  entry('section', '/api/create-user#roles', 'Roles', 'Whoever creates a user chooses its role.'),
  entry('field', '/api/create-user#body-email', 'email', 'Request Body: The address of the user.'),
  entry('row', '/api/create-user#status-409', '409', 'Error Codes: The user exists.'),
  entry('section', '/errors#exists', 'User already exists', '409. Another user has this address.'),
  entry('row', '/api', 'Create User', 'Users: POST /users'),
  entry('section', '/guide#first', 'Your first user', 'How to create one.'),
];

/** `endpoints: Create User /api/create-user#roles`, a line a result. */
function found(query: string, entries = site): readonly string[] {
  return createSearch(entries)
    .find(query)
    .flatMap(({kind, results}) => results.map(({title, url}) => `${kind}: ${title} ${url}`));
}

test('results are told apart by what they are: endpoints, guides, fields and errors', () => {
  expect(found('user').toSorted()).toEqual([
    'endpoints: Create User /api/create-user',
    'errors: 409 /api/create-user#status-409',
    'errors: User already exists /errors#exists',
    'fields: email /api/create-user#body-email',
    'guides: Your first user /guide#first',
  ]);
});

test('the kind of the best result comes first', () => {
  expect(found('createUser')[0]).toBe('endpoints: Create User /api/create-user');
  expect(found('email')[0]).toBe('fields: email /api/create-user#body-email');
  expect(found('409')[0]).toMatch(/^errors: /);
});

test('an endpoint is there once, with what its page says, and leads to the section that was found', () => {
  const endpoints = (query: string): readonly SearchEntry[] =>
    createSearch(site)
      .find(query)
      .find(({kind}) => kind === 'endpoints')?.results ?? [];
  expect(endpoints('create user')).toEqual([{...operation, text: 'Makes an account.'}]);
  expect(endpoints('chooses role')).toEqual([
    {
      ...operation,
      url: '/api/create-user#roles',
      text: 'Roles: Whoever creates a user chooses its role.',
    },
  ]);
});

test('each kind has up to four results, and more where others have none', () => {
  const many = (kind: SearchEntry['kind'], count: number): SearchEntry[] =>
    Array.from({length: count}, (_, index) =>
      entry(kind, `/${kind}${index}`, `Marmot ${index}`, `On marmots, in ${kind} ${index}.`),
    );
  expect(found('marmot', [...many('section', 20), ...many('field', 2)])).toHaveLength(16);
  const counted = createSearch([...many('section', 20), ...many('field', 20)]).find('marmot');
  expect(counted.map(({results}) => results.length).toSorted((one, other) => one - other)).toEqual([4, 12]);
});

test('lines that say the same on several pages are one result', () => {
  const alike = ['/a', '/b'].map(url => entry('field', `${url}#h`, 'X-Request-Id', 'Names the request.'));
  expect(found('X-Request-Id', alike)).toEqual(['fields: X-Request-Id /a#h']);
});

test('a search finds what came later, beside what was there', async () => {
  const search = createSearch([entry('section', '/marmots', 'marmots', 'About marmots.')]);
  expect(search.find('badgers')).toEqual([]);
  expect(search.at('/badgers')).toBeUndefined();
  const badgers = entry('section', '/badgers', 'badgers', 'About badgers.');
  await search.add([badgers]);
  expect(search.find('badgers')).toEqual([{kind: 'guides', results: [badgers]}]);
  expect(search.at('/badgers')).toEqual(badgers);
  expect(search.find('marmots')).toHaveLength(1);
});

test('an excerpt begins and ends at words, with the words of the query marked', () => {
  const text =
    `${'Marmots live in burrows. '.repeat(10)}A badger digs. ${'Marmots whistle at eagles. '.repeat(10)}`.trim();
  const parts = excerpt(text, 'badger');
  expect(parts.filter(({found: marked}) => marked)).toEqual([{words: 'badger', found: true}]);
  const words = parts.map(part => part.words).join('');
  const inner = /^… (?<inner>.+) …$/su.exec(words)?.groups?.inner ?? '';
  expect(` ${text} `).toContain(` ${inner} `);
  expect(words.length).toBeLessThan(150);
  expect(excerpt('Short.', 'x')).toEqual([{words: 'Short.', found: false}]);
});
