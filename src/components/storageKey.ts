/** The key under which the tab keeps what was typed into a form: of an operation, one of its examples, or written samples. */
export function storageKeyOf(name: string): string {
  return `cloudindex.playground.${name}`;
}
