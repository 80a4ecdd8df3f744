import {remember} from './useRemembered';

/**
 * The key under which the tab keeps what was typed into a form: for an operation, one of its examples, or hand-written
 * samples.
 */
export function storageKeyOf(name: string): string {
  return `playground.form.${name}`;
}

/**
 * The keys for the state of a form: whether it is open, its values, how it was filled in, whether the reader is sent to
 * it.
 */
export function keysOf(storageKey: string): {
  readonly [name in 'open' | 'values' | 'filling' | 'arriving']: string;
} {
  return {
    open: `${storageKey}.open`,
    values: `${storageKey}.values`,
    filling: `${storageKey}.filling`,
    arriving: `${storageKey}.arriving`,
  };
}

/** Opens a form and moves the reader to it: on this page, or when the reader gets to its page. */
export function openForm(storageKey: string): void {
  const {open, arriving} = keysOf(storageKey);
  remember(open, 'yes', 'tab');
  remember(arriving, 'yes', 'page');
}
