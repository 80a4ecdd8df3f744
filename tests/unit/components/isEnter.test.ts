import {expect, test} from 'vitest';

import {isEnter} from '../../../src/components/isEnter';

test('Enter acts, and no other key does', () => {
  expect(isEnter({key: 'Enter', keyCode: 13, nativeEvent: {isComposing: false}})).toBe(true);
  expect(isEnter({key: 'e', keyCode: 69, nativeEvent: {isComposing: false}})).toBe(false);
});

test('the Enter that takes what an input method has composed does nothing else', () => {
  expect(isEnter({key: 'Enter', keyCode: 13, nativeEvent: {isComposing: true}})).toBe(false);
  expect(isEnter({key: 'Enter', keyCode: 229, nativeEvent: {isComposing: false}})).toBe(false);
});
