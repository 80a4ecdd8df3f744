/** A word of a shell command, with where it starts in the text. */
export interface ShellWord {
  readonly text: string;
  readonly offset: number;
}

/** What a shell makes of a text, or the place where it could not be read. Nothing is ever run or looked up. */
export type ShellWords =
  | {readonly type: 'words'; readonly words: readonly ShellWord[]}
  | {readonly type: 'fault'; readonly offset: number; readonly message: string};

/** How a variable stands in a word: kept as written, for the caller to recognise. */
const variablePattern = /^\$(?:\{[A-Za-z_]\w*(?::?[-?=+][^}]*)?\}|[A-Za-z_]\w*)/;

/**
 * The words of the first command of a text, by the quoting rules of bash: `'…'`, `"…"`, `$'…'`, backslashes and line
 * continuations. A prompt (`$ `) before the command is passed over; a comment, `;`, `|`, `&` or a second line ends it.
 * Variables stay as they are written.
 */
export function shellWords(source: string): ShellWords {
  const words: ShellWord[] = [];
  let position = /^\s*(?:\$\s+)?/.exec(source)?.[0].length ?? 0;
  while (position < source.length) {
    const rest = source.slice(position);
    const gap = /^(?:[ \t]|\\\r?\n)+/.exec(rest)?.[0].length ?? 0;
    if (gap > 0) {
      position += gap;
      continue;
    }
    if (/^[\n\r;|&#]/.test(rest)) {
      break;
    }
    const word = readWord(source, position);
    if (word.type === 'fault') {
      return word;
    }
    words.push({text: word.text, offset: position});
    position = word.end;
  }
  return {type: 'words', words};
}

type ReadWord =
  | {readonly type: 'word'; readonly text: string; readonly end: number}
  | {readonly type: 'fault'; readonly offset: number; readonly message: string};

function readWord(source: string, start: number): ReadWord {
  let text = '';
  let position = start;
  while (position < source.length && !/[\s;|&]/.test(source.charAt(position))) {
    const part = readPart(source, position);
    if (part === undefined) {
      return {type: 'fault', offset: position, message: 'This quote is not closed.'};
    }
    text += part.text;
    position = part.end;
  }
  return {type: 'word', text, end: position};
}

interface Part {
  readonly text: string;
  readonly end: number;
}

/** One stretch of a word that is quoted one way; undefined when its quote is not closed. */
function readPart(source: string, position: number): Part | undefined {
  const rest = source.slice(position);
  if (rest.startsWith("$'")) {
    return readAnsiC(source, position + 2);
  }
  if (rest.startsWith("'")) {
    const end = source.indexOf("'", position + 1);
    return end < 0 ? undefined : {text: source.slice(position + 1, end), end: end + 1};
  }
  if (rest.startsWith('"')) {
    return readDoubleQuoted(source, position + 1);
  }
  const variable = variablePattern.exec(rest)?.[0];
  if (variable !== undefined) {
    return {text: variable, end: position + variable.length};
  }
  const continuation = /^\\\r?\n/.exec(rest)?.[0];
  if (continuation !== undefined) {
    return {text: '', end: position + continuation.length};
  }
  return rest.startsWith('\\')
    ? {text: rest.charAt(1), end: position + 2}
    : {text: rest.charAt(0), end: position + 1};
}

function readDoubleQuoted(source: string, start: number): Part | undefined {
  let text = '';
  let position = start;
  while (position < source.length) {
    const rest = source.slice(position);
    const escape = /^\\(\r?\n|["\\$`!])/.exec(rest);
    if (rest.startsWith('"')) {
      return {text, end: position + 1};
    }
    if (escape) {
      text += /\n/.test(escape[0]) ? '' : (escape[1] ?? '');
      position += escape[0].length;
    } else {
      text += rest.charAt(0);
      position++;
    }
  }
  return undefined;
}

const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** `$'…'`: bash's ANSI-C quoting. */
function readAnsiC(source: string, start: number): Part | undefined {
  let text = '';
  let position = start;
  while (position < source.length) {
    const rest = source.slice(position);
    if (rest.startsWith("'")) {
      return {text, end: position + 1};
    }
    const escape =
      /^\\(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|([0-7]{1,3})|([\s\S]))/.exec(rest);
    if (escape) {
      const [whole, x, u, long, octal, letter] = escape;
      const digits = x ?? u ?? long;
      text +=
        digits !== undefined
          ? codePoint(Number.parseInt(digits, 16))
          : octal !== undefined
            ? codePoint(Number.parseInt(octal, 8))
            : (ansiEscapes[letter ?? ''] ?? letter ?? '');
      position += whole.length;
    } else {
      text += rest.charAt(0);
      position++;
    }
  }
  return undefined;
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
