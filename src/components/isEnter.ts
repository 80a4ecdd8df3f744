import type {KeyboardEvent} from 'react';

/**
 * Whether an Enter key should act. It should not if it only confirms what an input method has composed, such as
 * Japanese; in Safari only the code 229 shows that, as its composition has ended by then.
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
