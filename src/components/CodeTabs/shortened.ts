/** A browser lays out code of this many characters at once; of more, it stands still for seconds at every change. */
export const MOST_SHOWN = 60_000;

/** Code as far as it is shown, up to the end of a line where one is near. */
export function shortened(code: string): string {
  if (code.length <= MOST_SHOWN) {
    return code;
  }
  const end = code.lastIndexOf('\n', MOST_SHOWN);
  return code.slice(0, end > MOST_SHOWN / 2 ? end : MOST_SHOWN);
}
