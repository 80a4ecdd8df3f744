/** How many values a document may come to, each as often as an alias repeats it. Large public ones have less than a million. */
export const MOST_VALUES = 20_000_000;

/**
 * How many values a parsed text comes to where each stands in full in place of its aliases (YAML 1.2 §7.1): a few lines can
 * name a billion. Infinity where one holds itself.
 */
export function writtenOut(value: unknown): number {
  const known = new Map<object, number>();
  const sizeOf = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) {
      return 1;
    }
    const before = known.get(part);
    if (before !== undefined) {
      return before;
    }
    // Until it is known, whoever comes here comes from within it.
    known.set(part, Infinity);
    const size = Object.values(part).reduce((sum: number, inner: unknown) => sum + sizeOf(inner), 1);
    known.set(part, size);
    return size;
  };
  return sizeOf(value);
}
