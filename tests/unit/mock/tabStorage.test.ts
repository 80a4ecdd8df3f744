import {expect, test} from 'vitest';

import {CALM} from '../../../src/mock/scenario';
import {keptScenario, type StorageLike} from '../../../src/mock/tabState';
import {createTabStorage} from '../../../src/mock/tabStorage';

test('the scenario that a mock kept is known without the mock', () => {
  const storage = storageOf(new Map());
  const scenario = {...CALM, offline: true, rateLimit: 5};
  createTabStorage(storage).write({entries: [], scenario});
  expect(keptScenario(storage)).toEqual(scenario);
});

test.each([
  ['no storage', undefined],
  ['an empty storage', storageOf(new Map())],
  ['text that is not JSON', storageOf(new Map([['playground.mock', '{"entries": [']]))],
  [
    'entries of another shape',
    storageOf(new Map([['playground.mock', '{"entries": [{"table": 1}], "scenario": {"offline": true}}']])),
  ],
  ['a storage that is denied', deniedStorage()],
])('with %s nothing is played', (_, storage) => {
  expect(keptScenario(storage)).toEqual(CALM);
});

function storageOf(items: Map<string, string>): StorageLike {
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

function deniedStorage(): StorageLike {
  const deny = (): never => {
    throw new DOMException('Access is denied.', 'SecurityError');
  };
  return {getItem: deny, setItem: deny};
}
