import {escapeUnprintable, hasUnprintable, hex} from '../literals/escape';

/** A raw string where Go allows it and it reads better, else an interpreted one. */
export function goString(text: string): string {
  const raw = /["\\\n]/.test(text) && !text.includes('`') && !hasUnprintable(text);
  return raw ? `\`${text}\`` : goInterpreted(text);
}

/** A string in double quotes. Halves of surrogate pairs cannot stand in Go source; requests that hold them are refused. */
export function goInterpreted(text: string): string {
  const escaped = escapeUnprintable(text.replace(/[\\"]/g, '\\$&'), (code, character) => {
    const short = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}[character];
    return short ?? (code < 0x80 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
  return `"${escaped}"`;
}
