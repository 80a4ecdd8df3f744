const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
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

function unescapeAnsiC(text: string): string {
  return text.replace(
    /\\(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (_, x?: string, u?: string, long?: string, octal?: string, letter = '') => {
      const hex = x ?? u ?? long;
      return hex !== undefined
        ? codePoint(Number.parseInt(hex, 16))
        : octal !== undefined
          ? codePoint(Number.parseInt(octal, 8))
          : (letters[letter] ?? letter);
    },
  );
}

/** The text that a format of `printf` without conversions writes: octal escapes are bytes of UTF-8. */
export function printfText(format: string): string {
  return format.replace(/(?:\\[0-7]{1,3})+|\\([\s\S])|%%/g, (match, letter?: string) => {
    if (match === '%%') {
      return '%';
    }
    if (letter !== undefined) {
      return letters[letter] ?? letter;
    }
    const bytes = match
      .slice(1)
      .split('\\')
      .map(octal => Number.parseInt(octal, 8));
    return new TextDecoder('utf-8', {ignoreBOM: true}).decode(Uint8Array.from(bytes));
  });
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
