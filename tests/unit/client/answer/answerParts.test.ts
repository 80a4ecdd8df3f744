import fc from 'fast-check';
import {describe, expect, test} from 'vitest';

import {differenceOf} from '../../../../src/client/answer/difference';
import {fileNameOf} from '../../../../src/client/answer/fileName';
import {matchingTiming, phasesOf, type Timing} from '../../../../src/client/answer/phases';
import {rateLimitOf} from '../../../../src/client/answer/rateLimit';
import {listHeight, rowWindow, scrollTopToShow} from '../../../../src/client/answer/rowWindow';
import {rowStarts, rowText} from '../../../../src/client/answer/textRows';

describe('the name of a downloaded file', () => {
  const named = (disposition: string, type = '', url = 'https://api.test/v1/files/a%20b'): string =>
    fileNameOf({
      url,
      headers: [
        {name: 'Content-Disposition', value: disposition},
        {name: 'content-type', value: type},
      ],
    });

  test('is the one that the answer states, the extended form first', () => {
    expect(named('attachment; filename="report \\"1\\".pdf"')).toBe('report 1.pdf');
    expect(named('attachment; filename=plain.txt')).toBe('plain.txt');
    expect(named(`attachment; filename="x.txt"; filename*=UTF-8''%e2%82%ac%20rates.csv`)).toBe('€ rates.csv');
    expect(named(`attachment; filename="x.txt"; filename*=UTF-8''%zz`)).toBe('x.txt');
  });

  test('is made of the address and the media type otherwise', () => {
    expect(named('inline', 'application/json; charset=utf-8')).toBe('a b.json');
    expect(named('', 'application/problem+json', 'https://api.test/')).toBe('response.json');
    expect(named('', 'image/png', 'https://api.test/logo.PNG')).toBe('logo.PNG');
    expect(named('', '', 'https://api.test/data')).toBe('data');
  });

  test('is never a path, hidden or empty, whatever a server says', () => {
    expect(named('attachment; filename="../../etc/passwd"')).toBe('passwd');
    expect(named('attachment; filename="C:\\\\x\\\\.bashrc"')).toBe('bashrc');
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (text, url) => {
        const name = named(`attachment; filename="${text}"`, 'text/plain', url);
        expect(name).toMatch(/^[^./\\<>:"|?*\u0000-\u001f][^/\\<>:"|?*\u0000-\u001f]*$/);
      }),
    );
  });
});

describe('the rate limit', () => {
  const limit = (headers: Record<string, string>) =>
    rateLimitOf(
      Object.entries(headers).map(([name, value]) => ({name, value})),
      1_700_000_000_000,
    );

  test('is read from its three headers', () => {
    expect(
      limit({'X-RateLimit-Limit': '600', 'X-RateLimit-Remaining': '599', 'X-RateLimit-Reset': '42'}),
    ).toEqual({limit: 600, remaining: 599, resetSeconds: 42});
  });

  test('tells the time to wait where the API tells the time of the reset', () => {
    expect(limit({'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000030'})).toEqual({
      remaining: 0,
      resetSeconds: 30,
    });
  });

  test('is read from the structured fields', () => {
    expect(limit({RateLimit: '"default";r=9;t=30', 'RateLimit-Policy': '"default";q=10;w=60'})).toEqual({
      limit: 10,
      remaining: 9,
      resetSeconds: 30,
    });
  });

  test('is unknown without a number of requests left', () => {
    expect(limit({'x-ratelimit-limit': '10', 'x-ratelimit-remaining': 'plenty'})).toBeUndefined();
  });
});

describe('the time of a request', () => {
  const result = {firstByteMs: 80, durationMs: 100};
  const timing: Timing = {
    startTime: 1000,
    domainLookupStart: 1002,
    domainLookupEnd: 1012,
    connectStart: 1012,
    secureConnectionStart: 1022,
    connectEnd: 1040,
    requestStart: 1041,
    responseStart: 1080,
    responseEnd: 1099,
    duration: 99,
    transferSize: 700,
    encodedBodySize: 400,
  };

  test('is told by phase where the browser tells', () => {
    const {phases, transferred} = phasesOf(result, timing);
    expect(phases.map(({phase, ms}) => `${phase} ${ms}`)).toEqual([
      'queue 2',
      'dns 10',
      'connect 10',
      'tls 18',
      'wait 39',
      'receive 19',
    ]);
    expect(transferred).toBe(700);
  });

  test('is the wait and the reading where it does not', () => {
    const hidden = {...timing, requestStart: 0};
    for (const told of [undefined, hidden]) {
      expect(phasesOf(result, told)).toEqual({
        phases: [
          {phase: 'wait', ms: 80},
          {phase: 'receive', ms: 20},
        ],
      });
    }
  });

  test('is not taken from an earlier request for the same address', () => {
    expect(matchingTiming([timing], 100)).toBe(timing);
    expect(matchingTiming([timing], 900)).toBeUndefined();
    expect(matchingTiming([], 100)).toBeUndefined();
  });
});

describe('what changed between two answers', () => {
  test('is told with the lines around it, and how many are left out', async () => {
    const lines = Array.from({length: 30}, (_, index) => `line ${index}`);
    const changed = lines.map(line => (line === 'line 20' ? 'other' : line));
    const hunks = await differenceOf(lines.join('\n'), changed.join('\n'));
    expect(hunks).toHaveLength(1);
    expect(hunks?.[0]?.skipped).toBe(17);
    expect(hunks?.[0]?.lines.map(({type, text}) => `${type} ${text}`)).toEqual([
      'same line 17',
      'same line 18',
      'same line 19',
      'removed line 20',
      'added other',
      'same line 21',
      'same line 22',
      'same line 23',
    ]);
  });

  test('is nothing between two that are the same', async () => {
    expect(await differenceOf('a\nb', 'a\nb')).toEqual([]);
  });

  test('accounts for every line that came or went', async () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), {maxLength: 30}).map(lines => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const hunks = (await differenceOf(before, after)) ?? [];
        const removed = hunks.flatMap(({lines}) => lines).filter(({type}) => type === 'removed').length;
        const added = hunks.flatMap(({lines}) => lines).filter(({type}) => type === 'added').length;
        const count = (one: string): number => (one === '' ? 0 : one.replace(/\n$/, '').split('\n').length);
        expect(count(after) - count(before)).toBe(added - removed);
      }),
    );
  });
});

describe('rows of a long text', () => {
  test('hold the text, in rows that are not too long', () => {
    const long = fc.string({unit: 'grapheme', maxLength: 30}).map(text => text.repeat(80));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), long, fc.constant('\n'))), parts => {
        const text = parts.join('');
        const starts = rowStarts(text);
        const rows = [...starts].map((_, row) => rowText(text, starts, row));
        expect(rows.join('')).toBe(text.replaceAll('\n', ''));
        expect(Math.max(...rows.map(row => row.length))).toBeLessThanOrEqual(401);
        expect(rows.every(row => row.isWellFormed())).toBe(text.isWellFormed());
      }),
    );
  });

  test('are one for each line', () => {
    expect([...rowStarts('a\n\nb\n')]).toEqual([0, 2, 3, 5]);
    expect([...rowStarts('')]).toEqual([0]);
  });
});

describe('the window on a list of rows', () => {
  const lists = fc.record({
    count: fc.integer({min: 1, max: 3_000_000}),
    rowHeight: fc.constant(22),
    viewport: fc.integer({min: 60, max: 900}),
  });

  test('shows a row once it is scrolled to, in lists of any length', () => {
    fc.assert(
      fc.property(
        lists,
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (list, at, place) => {
          const row = Math.floor(at * (list.count - 1));
          const most = Math.max(0, listHeight(list) - list.viewport);
          const scrollTop = scrollTopToShow(list, place * most, row);
          expect(scrollTop).toBeGreaterThanOrEqual(0);
          expect(scrollTop).toBeLessThanOrEqual(most + 1);
          const {first, end, offset} = rowWindow(list, scrollTop);
          expect(first).toBeLessThanOrEqual(row);
          expect(end).toBeGreaterThan(row);
          const top = offset + (row - first) * list.rowHeight - scrollTop;
          expect(top).toBeGreaterThan(-2);
          expect(top + list.rowHeight).toBeLessThan(list.viewport + 2);
        },
      ),
    );
  });

  test('never draws more rows than are in sight and a few', () => {
    fc.assert(
      fc.property(lists, fc.double({min: 0, max: 1, noNaN: true}), (list, place) => {
        const {first, end} = rowWindow(list, place * Math.max(0, listHeight(list) - list.viewport));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(list.count);
        expect(end - first).toBeLessThan(list.viewport / list.rowHeight + 20);
      }),
    );
  });
});
