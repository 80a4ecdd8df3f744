import fc from 'fast-check';
import {expect, test} from 'vitest';

import {followStream, type Progress} from '../../../src/client/followStream';
import {parseEventStream} from '../../../src/client/eventStream';

test('events are parted by empty lines, whatever the line ends are', () => {
  const events = [
    {event: 'message', data: 'one'},
    {event: 'delta', data: 'two\nlines', id: '7'},
  ];
  for (const end of ['\n', '\r\n', '\r']) {
    const text = [': hello', 'data: one', '', 'event: delta', 'id:7', 'data:two', 'data: lines', '', ''];
    expect(parseEventStream(text.join(end))).toEqual(events);
  }
});

test('an event that may still grow is left out, and one without data is none', () => {
  expect(parseEventStream('data: whole\n\ndata: half\n')).toEqual([{event: 'message', data: 'whole'}]);
  expect(parseEventStream('event: ping\n\n')).toEqual([]);
});

test('a stream is told piece by piece as the same events, however its bytes are cut', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\n\r\n', 'data: ', 'event: ', 'id:', ':', '\uFEFF'),
    fc.string({unit: 'grapheme', maxLength: 8}),
  );
  const text = fc
    .array(piece, {maxLength: 30})
    .map(pieces => pieces.join(''))
    .filter(one => one.isWellFormed() && !one.endsWith('\r'));
  fc.assert(
    fc.property(text, fc.array(fc.nat(50)), (whole, cuts) => {
      const told: Progress[] = [];
      const {onHeaders, onChunk} = followStream(progress => told.push(progress));
      const headers = [{name: 'content-type', value: 'text/event-stream; charset=utf-8'}];
      onHeaders?.({status: 200, statusText: 'OK', headers, url: 'https://a.test', firstByteMs: 1});
      const bytes = new TextEncoder().encode(whole);
      const places = [0, ...cuts.map(cut => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
      places.forEach((place, index) => onChunk?.(bytes.slice(place, places[index + 1] ?? bytes.length)));
      expect(told.at(-1)?.events).toEqual(parseEventStream(whole));
    }),
  );
});
