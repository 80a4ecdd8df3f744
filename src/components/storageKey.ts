/** The key under which the tab keeps what was typed into a form: of an operation, one of its examples, or written samples. */
export function storageKeyOf(name: string): string {
  return `cloudindex.playground.${name}`;
}

/** The keys under which a form is remembered: what it holds, how it was filled in, whether the reader is sent to it. */
export function keysOf(storageKey: string): {readonly [name in 'values' | 'filling' | 'arriving']: string} {
  return {
    values: `${storageKey}.values`,
    filling: `${storageKey}.filling`,
    arriving: `${storageKey}.arriving`,
  };
}
