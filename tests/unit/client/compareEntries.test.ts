import {describe, expect, test} from 'vitest';

import type {Comparison} from '../../../src/client/answer/compareAnswers';
import {
  comparedValues,
  compareOutcomes,
  compareRequests,
  type KnownEntry,
} from '../../../src/client/compareEntries';
import {withEntry, type HistoryEntry} from '../../../src/client/history';
import type {ResponseResult} from '../../../src/client/result';

const values: HistoryEntry['values'] = {
  parameters: {},
  headers: [],
  mediaType: 'application/json',
  bodies: {'application/json': {type: 'text', text: '{}'}},
};

function known(rest: Partial<HistoryEntry> = {}, answer?: ResponseResult): KnownEntry {
  const entry: HistoryEntry = {
    id: '1',
    time: 1,
    operation: 'createUser',
    method: 'POST',
    path: '/v1/users',
    server: 'Mock (this tab)',
    serverId: 'page-mock',
    outcome: {type: 'status', status: 201, durationMs: 4},
    values,
    ...rest,
  };
  return {entry, request: 'curl https://a.test', answer};
}

function answered(status: number, text: string): ResponseResult {
  const bytes = new TextEncoder().encode(text);
  return {
    type: 'response',
    status,
    statusText: '',
    headers: [],
    url: 'https://a.test',
    firstByteMs: 1,
    body: {bytes, text},
    size: bytes.length,
    durationMs: 1,
    notes: [],
  };
}

function isSame({before, after}: Comparison): boolean {
  return before.head === after.head && before.body === after.body;
}

describe('two requests of the history', () => {
  test('are the same in all that is compared, and say what that is', () => {
    const comparison = compareRequests(known(), known({id: '2', time: 2}));
    expect(isSame(comparison)).toBe(true);
    expect(comparison).toMatchObject({compared: 'server, method, address, headers, body', notes: []});
  });

  test.each<Partial<HistoryEntry>>([
    {server: 'Local mock', serverId: 'local-mock'},
    {server: 'Live', serverId: 'https://api.test/v2'},
    {method: 'PUT'},
    {path: '/v2/users'},
  ])('differ where one has %j', rest => {
    expect(isSame(compareRequests(known(), known(rest)))).toBe(false);
  });

  test('differ in the URL that the reader typed', () => {
    const custom = (customUrl: string): KnownEntry =>
      known({server: 'Custom URL', serverId: 'custom', customUrl});
    expect(isSame(compareRequests(custom('https://a.test'), custom('https://b.test')))).toBe(false);
    expect(isSame(compareRequests(custom('https://a.test'), custom('https://a.test')))).toBe(true);
  });

  test('have keys that were left out, which are never called the same', () => {
    const [entry] = withEntry([], {
      ...known().entry,
      leftOut: ['Authorization'],
      values: {...values, headers: [{name: 'X-Api-Key', value: 'hush'}]},
    });
    const both = compareRequests(known(entry), known(entry));
    expect(both.notes).toEqual(['Not kept in the history, so not compared: Authorization, X-Api-Key.']);
    expect(JSON.stringify(both)).not.toContain('hush');
    // That one of them had a key at all is known.
    expect(isSame(compareRequests(known(), known(entry)))).toBe(false);
  });

  test('of which one body is forgotten are compared without bodies, and say so', () => {
    const forgotten = known({bodiesForgotten: true, values: {...values, bodies: {}}});
    const comparison = compareRequests(forgotten, known());
    expect(comparison.compared).toBe('server, method, address, headers');
    expect(comparison.notes).toEqual([
      'The bodies were discarded when the page was reloaded, so they were not compared.',
    ]);
    for (const compared of comparedValues(forgotten.entry, known().entry)) {
      expect(compared).toEqual({parameters: {}, headers: [], bodies: {}});
    }
    expect(comparedValues(known().entry, known().entry)).toEqual([values, values]);
  });

  test('that had no body have lost none', () => {
    const none = known({bodiesForgotten: true, values: {parameters: {}, headers: [], bodies: {}}});
    expect(compareRequests(none, none)).toMatchObject({
      compared: 'server, method, address, headers, body',
      notes: [],
    });
  });

  test('with files are compared by their names alone, and say so', () => {
    const file = known({
      values: {
        ...values,
        mediaType: 'image/png',
        bodies: {'image/png': {type: 'file', file: {id: '1', name: 'a.png'}}},
      },
    });
    expect(compareRequests(file, file).notes).toEqual([
      expect.stringContaining('only their names were compared'),
    ]);
  });
});

describe('the answers to two requests of the history', () => {
  const conflict = {outcome: {type: 'status', status: 409, durationMs: 9}} as const;

  test('differ in their status, whether they are kept or not', () => {
    const kept = compareOutcomes(known({}, answered(201, '{}')), known(conflict, answered(409, '{}')));
    expect(kept).toMatchObject({before: {head: '201'}, after: {head: '409'}, isWhole: true});
    expect(kept.notes).toEqual(['It took 4 ms, then 9 ms.']);
    const lost = compareOutcomes(known({}, answered(201, '{}')), known(conflict));
    expect(lost).toMatchObject({before: {head: '201'}, after: {head: '409'}, compared: 'status'});
  });

  test('of one status that are not kept are called the same in their status alone', () => {
    const comparison = compareOutcomes(known(), known());
    expect(isSame(comparison)).toBe(true);
    expect(comparison).toMatchObject({compared: 'status', isWhole: false});
    expect(comparison.notes[0]).toContain('Headers and bodies were not compared');
  });

  test('of one status differ in what they hold', () => {
    const [one, other] = [known({}, answered(201, 'a')), known({}, answered(201, 'b'))];
    expect(isSame(compareOutcomes(one, other))).toBe(false);
    expect(isSame(compareOutcomes(one, one))).toBe(true);
  });

  test('that never came are told by how they ended', () => {
    const aborted = known({outcome: {type: 'aborted'}});
    const failed = known({outcome: {type: 'failure', title: 'No answer.'}});
    expect(isSame(compareOutcomes(aborted, known({}, answered(201, '{}'))))).toBe(false);
    expect(isSame(compareOutcomes(aborted, failed))).toBe(false);
    const twice = compareOutcomes(failed, failed);
    expect(twice).toMatchObject({compared: 'outcome', isWhole: false});
    expect(twice.notes).toEqual(['There is no response, so there is nothing more to compare.']);
  });
});
