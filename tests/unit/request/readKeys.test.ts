import {expect, test} from 'vitest';

import type {Credential} from '../../../src/request/apiRequest';
import {parseCurl} from '../../../src/snippets/parse/curl/curl';

function credentialsOf(options: string): readonly Credential[] {
  const parsed = parseCurl(`curl https://a.test ${options}`);
  return 'request' in parsed ? parsed.request.credentials : [];
}

test.each([
  '-u theo:hunter2',
  '-u myra:hunter2',
  '-u your_name:hunter2',
  '-H "Authorization: Bearer myRealToken9f8a"',
  '-H "Authorization: Bearer example9f8a"',
  '-H "Authorization: Bearer therapyKeyring"',
])('a key that starts as a placeholder does is a key: %s', options => {
  const [, key = ''] = /(?:Bearer |-u )([^"]*)/.exec(options) ?? [];
  expect(credentialsOf(options)).toMatchObject([{value: key}]);
});

test.each([
  'your-api-key',
  'YOUR_API_KEY',
  'yourApiKey',
  'my_secret_token',
  'mytoken',
  'example-key',
  'insert token',
  'the key',
  'YOUR_SID:YOUR_TOKEN',
  'your-api-key:',
  '<token>',
  'xxx',
])('what stands for a key has no value: %s', placeholder => {
  const option = placeholder.includes(':')
    ? `-u '${placeholder}'`
    : `-H 'Authorization: Bearer ${placeholder}'`;
  expect(credentialsOf(option)).toMatchObject([{value: ''}]);
});

test.each([
  ['in UTF-8', Buffer.from('josé:pw€', 'utf8'), 'josé:pw€'],
  ['in Latin-1', Buffer.from('josé:pw', 'latin1'), 'josé:pw'],
])('a password that was encoded %s is read as it was', (_, bytes, value) => {
  expect(credentialsOf(`-H 'Authorization: Basic ${bytes.toString('base64')}'`)).toEqual([
    {type: 'basic', env: 'API_KEY', value},
  ]);
});
