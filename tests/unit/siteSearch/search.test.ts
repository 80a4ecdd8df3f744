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

function many(kind: SearchEntry['kind'], count: number): SearchEntry[] {
  return Array.from({length: count}, (_, index) =>
    entry(kind, `/${kind}${index}`, `Marmot ${index}`, `On marmots, in ${kind} ${index}.`),
  );
}

/** `endpoints: Create User /api/create-user#roles`, a line a result. */
function found(query: string, entries = site): readonly string[] {
  return createSearch(entries)
    .find(query)
    .flatMap(({kind, results}) => results.map(({title, url}) => `${kind}: ${title} ${url}`));
}

test('the three best come first, then the others by what they are', () => {
  const lines = found('user');
  expect(lines.map(line => line.replace(/^\w+: /u, '')).toSorted()).toEqual([
    '409 /api/create-user#status-409',
    'Create User /api/create-user',
    'User already exists /errors#exists',
    'Your first user /guide#first',
    'email /api/create-user#body-email',
  ]);
  expect(lines.filter(line => line.startsWith('best: '))).toHaveLength(3);
  expect(lines).toContain('fields: email /api/create-user#body-email');
  expect(lines).toContain('errors: 409 /api/create-user#status-409');
});

test('what names an endpoint, a field or a status is the best of all', () => {
  expect(found('createUser')[0]).toBe('best: Create User /api/create-user');
  expect(found('email')[0]).toBe('best: email /api/create-user#body-email');
  expect(found('409')[0]).toMatch(/^best: (?:409|User already exists) /);
});

test('an endpoint is there once, with what its page says, and leads to the section that was found', () => {
  const endpoints = (query: string): readonly SearchEntry[] =>
    createSearch(site)
      .find(query)
      .flatMap(({results}) => results)
      .filter(result => result.operation !== undefined);
  expect(endpoints('create user')).toEqual([{...operation, text: 'Makes an account.'}]);
  expect(endpoints('chooses role')).toEqual([
    {
      ...operation,
      url: '/api/create-user#roles',
      text: 'Roles: Whoever creates a user chooses its role.',
    },
  ]);
});

test('no kind hides the next: up to four of each stand below the best', () => {
  const groups = createSearch([...many('section', 20), ...many('field', 20)]).find('marmot');
  expect(groups.map(({kind, results}) => `${kind} ${results.length}`).toSorted()).toEqual([
    'best 3',
    'fields 4',
    'guides 4',
  ]);
});

test('lines that say the same on several pages are one result', () => {
  const alike = ['/a', '/b'].map(url => entry('field', `${url}#h`, 'X-Request-Id', 'Names the request.'));
  expect(found('X-Request-Id', alike)).toEqual(['best: X-Request-Id /a#h']);
});

test('a search finds what came later, beside what was there', async () => {
  const search = createSearch([entry('section', '/marmots', 'marmots', 'About marmots.')]);
  expect(search.find('badgers')).toEqual([]);
  expect(search.at('/badgers')).toBeUndefined();
  const badgers = entry('section', '/badgers', 'badgers', 'About badgers.');
  await search.add([badgers]);
  expect(search.find('badgers')).toEqual([{kind: 'best', results: [badgers]}]);
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
