/** A longer line is shown as several rows, so that no row is slow to render. */
const LONGEST_ROW = 400;

/** Where each row of a text starts: at each line, and within lines that are longer than `longest` characters. */
export function rowStarts(text: string, longest = LONGEST_ROW): Uint32Array<ArrayBuffer> {
  let starts = new Uint32Array(16 + Math.ceil(text.length / 24));
  let count = 0;
  const add = (start: number): void => {
    if (count === starts.length) {
      const more = new Uint32Array(count * 2);
      more.set(starts);
      starts = more;
    }
    starts[count++] = start;
  };
  for (let line = 0; line >= 0;) {
    const lineBreak = text.indexOf('\n', line);
    const end = lineBreak < 0 ? text.length : lineBreak;
    add(line);
    for (let row = line + longest; row < end; row += longest) {
      add(isWithinPair(text, row) ? row - 1 : row);
    }
    line = lineBreak < 0 ? -1 : lineBreak + 1;
  }
  return starts.slice(0, count);
}

/** A row without its line break. */
export function rowText(text: string, starts: Uint32Array<ArrayBuffer>, row: number): string {
  const whole = text.slice(starts[row], starts[row + 1] ?? text.length);
  return whole.endsWith('\n') ? whole.slice(0, -1) : whole;
}

/** Whether the index is between the two halves of a surrogate pair. */
function isWithinPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
