/** An opaque cursor for the key of the last item of a page. */
export function encodeCursor(key: readonly [string, string]): string {
  return btoa(JSON.stringify(key)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The key that a cursor stands for, or undefined when no page gave this cursor. */
export function decodeCursor(cursor: string): readonly [string, string] | undefined {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    if (!Array.isArray(value)) {
      return undefined;
    }
    const [createdAt, id]: unknown[] = value;
    return typeof createdAt === 'string' && typeof id === 'string' ? [createdAt, id] : undefined;
  } catch {
    return undefined;
  }
}
