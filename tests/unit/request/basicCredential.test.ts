import {expect, test} from 'vitest';

import {joinBasic, splitBasic} from '../../../src/request/basicCredential';

test.each([
  ['ann', 'secret', 'ann:secret'],
  ['ann', '', 'ann:'],
  ['', 'secret', ':secret'],
  ['ann', 'se:cr:et', 'ann:se:cr:et'],
  ['', '', ''],
])('the user %j and the password %j make %j, and come out of it again', (user, password, credential) => {
  expect(joinBasic(user, password)).toBe(credential);
  expect(splitBasic(credential)).toEqual({user, password});
});
