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

/**
 * `$'…'`, bash's ANSI-C quoting, from behind its opening quote; undefined when it is not closed. Escapes that are no UTF-8
 * are named as `broken`.
 */
export function readAnsiC(
  source: string,
  start: number,
): {readonly text: string; readonly end: number; readonly broken?: string} | undefined {
  let end = start;
  while (end < source.length && source.charAt(end) !== "'") {
    end += source.charAt(end) === '\\' ? 2 : 1;
  }
  if (end >= source.length) {
    return undefined;
  }
  const inner = source.slice(start, end);
  let broken: string | undefined;
  const text = unescapeAnsiC(inner, bytes => (broken ??= bytes));
  return {text, end: end + 1, ...(broken === undefined ? {} : {broken})};
}

/** Escapes of bytes stand for UTF-8, one that bash does not know stays as it is, and NUL ends the text. */
function unescapeAnsiC(text: string, tellBroken: (bytes: string) => void): string {
  const [upToNul = ''] = text
    .replace(
      /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\(?:u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|c([\s\S])|([\s\S]))/g,
      (whole, bytes?: string, unit?: string, long?: string, control?: string, letter = '') => {
        const hex = unit ?? long;
        if (bytes !== undefined && !isUtf8(bytes)) {
          tellBroken(bytes);
        }
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
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytesOf(escapes));
}

function isUtf8(escapes: string): boolean {
  // What is no UTF-8 is decoded to another character, which has other bytes.
  const bytes = bytesOf(escapes);
  const again = new TextEncoder().encode(textOfBytes(escapes));
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
}

function bytesOf(escapes: string): Uint8Array {
  return Uint8Array.from(
    escapes.matchAll(/\\(?:x([\dA-Fa-f]{1,2})|(0?[0-7]{1,3}))/g),
    ([, hex, octal = '']) => (hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16)),
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
