import type {KeyboardEvent} from 'react';

/**
 * Whether an Enter key acts. One that only takes what an input method has composed, such as Japanese, does not; Safari tells
 * by the code 229 alone, as its composition has ended by then.
 */
export function isEnter({
  key,
  keyCode,
  nativeEvent,
}: Pick<KeyboardEvent, 'key' | 'keyCode'> & {
  readonly nativeEvent: Pick<globalThis.KeyboardEvent, 'isComposing'>;
}): boolean {
  return key === 'Enter' && !nativeEvent.isComposing && keyCode !== 229;
}
