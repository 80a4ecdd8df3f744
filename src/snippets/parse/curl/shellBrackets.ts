/** What a bracket that is looked for is, by what closes it; a double quote counts as one. */
export type Closing = ')' | '}' | '"';

/**
 * Where what a shell opened before `start` closes again, quotes and what is nested passed over; undefined when it does
 * not. Within double quotes (`quoted`), an apostrophe is a character like any other.
 */
export function closingAt(
  source: string,
  start: number,
  first: Closing,
  quoted: boolean,
): number | undefined {
  const open: Closing[] = [first];
  for (let position = start; position < source.length; position++) {
    const character = source.charAt(position);
    const innermost = open.at(-1);
    if (character === innermost) {
      open.pop();
      if (open.length === 0) {
        return position;
      }
    } else if (character === '\\') {
      position++;
    } else if (character === "'" && innermost !== '"' && !(quoted && open.length === 1)) {
      const end = source.indexOf("'", position + 1);
      if (end < 0) {
        return undefined;
      }
      position = end;
    } else if (character === '"') {
      open.push('"');
    } else if (source.startsWith('$(', position)) {
      open.push(')');
      position++;
    } else if (source.startsWith('${', position)) {
      open.push('}');
      position++;
    } else if (character === '(' && innermost === ')') {
      open.push(')');
    }
  }
  return undefined;
}
