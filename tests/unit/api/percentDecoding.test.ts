import fc from 'fast-check';
import {expect, test} from 'vitest';

import {percentDecoded, strictlyDecoded, wellFormed} from '../../../src/api/percentDecoding';

const anything = fc.oneof(fc.string({unit: 'binary'}), fc.stringMatching(/^(?:%[0-9a-fA-F%]{0,2}|[a-zé])*$/));

test('what was encoded is decoded', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), text => {
      expect(percentDecoded(encodeURIComponent(text))).toBe(text);
      expect(strictlyDecoded(encodeURIComponent(text))).toBe(text);
    }),
  );
});

test.each([
  ['100%', '100%'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['%zz%41', '%zzA'],
  ['%ff%C3%A9%c3', '%ffé%c3'],
  ['%ED%A0%80', '%ED%A0%80'],
  ['%F0%9F%98%80!', '😀!'],
])('%s is read as %s', (written, read) => {
  expect(percentDecoded(written)).toBe(read);
});

test('nothing that anybody writes is too broken to be decoded, or to be made well-formed', () => {
  fc.assert(
    fc.property(anything, text => {
      expect(typeof percentDecoded(text)).toBe('string');
      expect(strictlyDecoded(wellFormed(text))).toBeDefined();
    }),
  );
});

test('a well-formed address stays as it is, and of another no more changes than has to', () => {
  expect(wellFormed('/a%20b?x=%C3%A9#ü')).toBe('/a%20b?x=%C3%A9#ü');
  expect(wellFormed('#%E0%A4%A')).toBe('#%25E0%25A4%25A');
  expect(wellFormed('/a%20b#100%')).toBe('/a%20b#100%25');
});
