const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** `$'…'`, bash's ANSI-C quoting, from behind its opening quote; undefined when it is not closed. */
export function readAnsiC(
  source: string,
  start: number,
): {readonly text: string; readonly end: number} | undefined {
  const stretch = /([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y;
  stretch.lastIndex = start;
  const [whole, inner] = stretch.exec(source) ?? [];
  return whole === undefined || inner === undefined
    ? undefined
    : {text: unescapeAnsiC(inner), end: start + whole.length};
}

/** Escapes of bytes stand for UTF-8, one that bash does not know stays as it is, and NUL ends the text. */
function unescapeAnsiC(text: string): string {
  const [upToNul = ''] = text
    .replace(
      /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\(?:u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|c([\s\S])|([\s\S]))/g,
      (whole, bytes?: string, unit?: string, long?: string, control?: string, letter = '') => {
        const hex = unit ?? long;
        return bytes !== undefined
          ? textOfBytes(bytes)
          : hex !== undefined
            ? codePoint(Number.parseInt(hex, 16))
            : control !== undefined
              ? String.fromCharCode(control.charCodeAt(0) & 0x1f)
              : (letters[letter] ?? whole);
      },
    )
    .split('\0', 1);
  return upToNul;
}

/** What `printf` writes: `%s`, `%b` and `%%`, the format again as long as arguments are left. Undefined for other conversions. */
export function printfText(format: string, args: readonly string[]): string | undefined {
  const pieces = format.split(/(%[-+ #0]*\d*(?:\.\d+)?[^\d.])/);
  const conversions = pieces.filter((piece, index) => index % 2 === 1 && piece !== '%%');
  if (conversions.some(conversion => conversion !== '%s' && conversion !== '%b')) {
    return undefined;
  }
  const written: string[] = [];
  let next = 0;
  do {
    for (const [index, piece] of pieces.entries()) {
      const argument = index % 2 === 1 && piece !== '%%' ? (args[next++] ?? '') : '';
      written.push(
        index % 2 === 0
          ? unescapePrintf(piece)
          : piece === '%%'
            ? '%'
            : piece === '%b'
              ? unescapePrintf(argument)
              : argument,
      );
    }
  } while (conversions.length > 0 && next < args.length);
  return written.join('');
}

/** The escapes of a format, and of `echo -e`. */
export function unescapePrintf(text: string): string {
  return text.replace(
    /((?:\\x[\dA-Fa-f]{1,2}|\\0?[0-7]{1,3})+)|\\([\s\S])/g,
    (whole, bytes?: string, letter = '') =>
      bytes === undefined ? (letters[letter] ?? whole) : textOfBytes(bytes),
  );
}

/** The text of escaped bytes of UTF-8: `\xc3\251`. */
export function textOfBytes(escapes: string): string {
  const bytes = [...escapes.matchAll(/\\(?:x([\dA-Fa-f]{1,2})|(0?[0-7]{1,3}))/g)].map(
    ([, hex, octal = '']) => (hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16)),
  );
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(Uint8Array.from(bytes));
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
