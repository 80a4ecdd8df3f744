import {recall, useRemembered} from '../useRemembered';

const key = 'playground.singleKeys';
const off = 'off';

/**
 * Whether a key event is one of this site's single-key shortcuts, such as `/`. A key typed into a field belongs to the
 * field, and readers who type by accident, with voice control or a tremor, can turn these shortcuts off (WCAG 2.1.4).
 */
export function isSingleKey(event: KeyboardEvent, name: string): boolean {
  return (
    event.key === name &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isTyping(event.target) &&
    recall(key, 'browser') !== off
  );
}

/** Whether single-key shortcuts are on, and a function to turn them on or off. */
export function useSingleKeys(): readonly [on: boolean, setOn: (on: boolean) => void] {
  const [remembered, setRemembered] = useRemembered(key, 'browser');
  return [remembered !== off, on => setRemembered(on ? undefined : off)];
}

/** Whether an element accepts typed text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
