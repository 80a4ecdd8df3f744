import fc from 'fast-check';
import {expect, test} from 'vitest';

import {jsonOutline, kindOf, valueText, type JsonOutline} from '../../../../src/client/answer/jsonOutline';
import {jsonPathOf, nodeFinder, pointerOf} from '../../../../src/client/answer/jsonPath';
import {markedNodes} from '../../../../src/client/answer/markedNodes';
import {searchNodes} from '../../../../src/client/answer/searchNodes';
import {
  initiallyOpen,
  openTo,
  revealed,
  rowOf,
  visibleRows,
  withOpen,
} from '../../../../src/client/answer/treeRows';

function outlineOf(text: string): JsonOutline {
  const outline = jsonOutline(text);
  if (!outline) {
    throw new Error(`Not JSON: ${text}`);
  }
  return outline;
}

function search(text: string, query: string): readonly string[] {
  const outline = outlineOf(text);
  const work = searchNodes(outline, query);
  for (;;) {
    const step = work.next();
    if (step.done) {
      return [...step.value].map(node => jsonPathOf(outline, node));
    }
  }
}

test('a JSON path is as short as RFC 9535 allows', () => {
  const outline = outlineOf(`{"data":[{"a b":{"it's \\"so\\"":{"_x1":0}}}]}`);
  expect(jsonPathOf(outline, outline.count - 1)).toBe(`$.data[0]['a b']['it\\'s "so"']._x1`);
  expect(jsonPathOf(outline, 0)).toBe('$');
});

test('the pointer of each node leads back to it, in any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = JSON.stringify(value);
      const outline = outlineOf(text);
      const find = nodeFinder(outline);
      for (let node = 0; node < outline.count; node++) {
        expect(find(pointerOf(outline, node))).toBe(node);
      }
    }),
  );
});

test('a pointer that leads nowhere finds nothing, and of repeated names it finds the last', () => {
  const outline = outlineOf('{"a":1,"a":[2]}');
  const find = nodeFinder(outline);
  expect(find('#/b')).toBeUndefined();
  expect(find('#/a/01')).toBeUndefined();
  expect(find('#/a/0/x')).toBeUndefined();
  expect(valueText(outline, find('#/a') ?? 0)).toBe('[2]');
});

test('rows are the nodes of which all around is open', () => {
  const outline = outlineOf('{"a":[1,2],"b":{"c":[3]}}');
  const all = initiallyOpen(outline);
  expect([...visibleRows(outline, all)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect([...visibleRows(outline, withOpen(all, 1, false))]).toEqual([0, 1, 4, 5, 6]);
  expect([...visibleRows(outline, openTo(outline, 1))]).toEqual([0, 1, 4]);
  expect([...visibleRows(outline, revealed(outline, openTo(outline, 0), 6))]).toEqual([0, 1, 4, 5, 6]);
});

test('the row of a node that does not show is that of the nearest around it', () => {
  const outline = outlineOf('{"a":[1,2],"b":{"c":[3]}}');
  const rows = visibleRows(outline, openTo(outline, 1));
  expect([0, 1, 2, 3, 4, 6].map(node => rowOf(rows, node))).toEqual([0, 1, 1, 1, 2, 2]);
});

test('a large tree starts with what is directly within it open', () => {
  const outline = outlineOf(JSON.stringify({data: Array.from({length: 300}, () => ({id: 1}))}));
  expect(visibleRows(outline, initiallyOpen(outline))).toHaveLength(302);
});

test('a search finds names and values, whatever their case, each once', () => {
  const text = '{"User":{"name":"user user","x":"use\\"r"},"n":[12345678901234567890,true,null]}';
  expect(search(text, 'user')).toEqual(['$.User', '$.User.name']);
  expect(search(text, '4567890')).toEqual(['$.n[0]']);
  expect(search(text, 'TRUE')).toEqual(['$.n[1]']);
  expect(search(text, '.*')).toEqual([]);
  expect(search(text, '')).toEqual([]);
});

test('a search finds nothing across the edges of names and values', () => {
  expect(search('{"a":"b","c":[1,2]}', '":"')).toEqual([]);
  expect(search('[1,2]', '1,2')).toEqual([]);
  expect(search('{"a":[],"b":{}}', '[')).toEqual([]);
  expect(search('{"a":[],"b":{}}', '{')).toEqual([]);
});

test('a search finds exactly the nodes whose name or scalar holds the text, in any JSON', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.string({minLength: 1, maxLength: 2}),
      fc.nat(2),
      (value, query, indent) => {
        const text = JSON.stringify(value, null, indent);
        const outline = outlineOf(text);
        const holds = (part: string): boolean => part.toLowerCase().includes(query.toLowerCase());
        const expected: string[] = [];
        for (let node = 0; node < outline.count; node++) {
          const from = outline.nameStart[node] ?? 0;
          const name = from === 0 ? '' : (/^"(?:[^"\\]|\\.)*"/.exec(text.slice(from))?.[0] ?? '');
          const isScalar = !['object', 'array'].includes(kindOf(outline, node));
          if (holds(name) || (isScalar && holds(valueText(outline, node)))) {
            expected.push(jsonPathOf(outline, node));
          }
        }
        expect(search(text, query)).toEqual(expected);
      },
    ),
  );
});

test('differences are marked where they are, and counted where that is folded', () => {
  const outline = outlineOf('{"data":[{"id":1},{}]}');
  const marks = markedNodes(outline, [
    {type: 'body', pointer: '#/data/0/id', message: 'must be a string'},
    {type: 'body', pointer: '#/data/1/id', message: 'is required'},
    {type: 'extra-body'},
  ]);
  expect(marks.of(0, true)).toBeUndefined();
  expect(marks.of(0, false)?.within).toBe(2);
  expect(marks.of(3, true)?.messages).toEqual(['must be a string']);
  expect(marks.of(4, true)?.missing).toEqual([{name: 'id', message: 'is required'}]);
});
