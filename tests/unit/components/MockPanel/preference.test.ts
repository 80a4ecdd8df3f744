import fc from 'fast-check';
import {expect, test} from 'vitest';

import {preferenceIn, withPreference} from '../../../../src/components/MockPanel/preference';

const header = fc.record({
  name: fc.oneof(fc.constantFrom('Prefer', 'prefer ', 'PREFER', 'X-Trace', ''), fc.string()),
  value: fc.string(),
});
const headers = fc.array(header);
const preference = fc.constantFrom('code=409', 'example=admin', 'dynamic=true');
const others = (some: readonly {readonly name: string}[]): unknown[] =>
  some.filter(({name}) => name.trim().toLowerCase() !== 'prefer');

test('a preference is the only one afterwards, and every other header stays in its order', () => {
  fc.assert(
    fc.property(headers, preference, (before, wanted) => {
      const after = withPreference(before, wanted);
      expect(preferenceIn(after)).toBe(wanted);
      expect(after).toHaveLength(others(before).length + 1);
      expect(others(after)).toEqual(others(before));
    }),
  );
});

test('an empty preference takes the header out, whatever its case, and nothing else', () => {
  fc.assert(
    fc.property(headers, before => {
      expect(withPreference(before, '')).toEqual(others(before));
    }),
  );
});

test('a preference that is changed keeps its place among the headers', () => {
  const before = [
    {name: 'prefer', value: 'code=409'},
    {name: 'X-Trace', value: '1'},
  ];
  expect(withPreference(before, 'dynamic=true')).toEqual([
    {name: 'Prefer', value: 'dynamic=true'},
    {name: 'X-Trace', value: '1'},
  ]);
});
