import fc from 'fast-check';
import {expect, test} from 'vitest';

import {
  HISTORY_LENGTH,
  readHistory,
  storedHistory,
  withEntry,
  type HistoryEntry,
} from '../../../src/client/history';

function entry(id: string, headers: HistoryEntry['values']['headers'] = []): HistoryEntry {
  return {
    id,
    time: 1,
    operation: 'createUser',
    method: 'POST',
    path: '/v1/users',
    server: 'Mock (this tab)',
    serverId: 'page-mock',
    outcome: {type: 'status', status: 201, durationMs: 4},
    values: {parameters: {}, headers, bodies: {'application/json': {type: 'text', text: '{"a":1}'}}},
  };
}

test('the newest fifty are kept, the newest first', () => {
  const ids = Array.from({length: HISTORY_LENGTH + 5}, (_, index) => String(index));
  const entries = ids.reduce<readonly HistoryEntry[]>((list, id) => withEntry(list, entry(id)), []);
  expect(entries.map(({id}) => id)).toEqual(ids.toReversed().slice(0, HISTORY_LENGTH));
});

test('no header that looks like a key comes in', () => {
  const entries = withEntry([], entry('1', [{name: 'X-Api-Key', value: 'hush'}]));
  expect(JSON.stringify(entries)).not.toContain('hush');
});

test('what is stored is read again, with bodies or without', () => {
  const entries = [entry('1')];
  expect(readHistory(storedHistory(entries, true))).toEqual(entries);
  expect(readHistory(storedHistory(entries, false))).toEqual([
    {...entry('1'), values: {...entry('1').values, bodies: {}}, bodiesForgotten: true},
  ]);
});

test('any text in the storage is read or passed over, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(Array.isArray(readHistory(text))).toBe(true);
    }),
  );
});
