import {character} from '../syntaxTree';

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r\n': '',
};

/** The text of a string or of a part of a template. */
export function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\}|(\r\n|[\s\S]))/g,
    (_, byte?: string, unit?: string, point?: string, letter = '') => {
      const hex = byte ?? unit;
      return hex !== undefined
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : point !== undefined
          ? character(point)
          : (letters[letter] ?? letter);
    },
  );
}
