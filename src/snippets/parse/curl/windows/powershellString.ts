import {messages} from '../../../../words';
import {NotUnderstood} from '../../notUnderstood';
import {joinTexts, type Text} from '../../text';
import {closingAt} from '../shellBrackets';
import {matchAt} from '../scriptTypes';

const say = messages('powershell', {
  openQuote: 'This quote is not closed.',
  openBracket: '$( is not closed.',
});

/** A stretch of a text, and where it ends. */
export interface Stretch {
  readonly text: Text;
  readonly end: number;
}

/** What variables hold as texts, by their names in small letters. */
export type TextVariables = ReadonlyMap<string, Text>;

const letters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A string of PowerShell, in single or double quotes or a here-string; undefined where none starts. Throws {@link NotUnderstood}. */
export function stringAt(source: string, position: number, variables: TextVariables): Stretch | undefined {
  const here = matchAt(/@["'][ \t]*\r?\n/y, source, position);
  if (here !== '') {
    const quote = here.charAt(1);
    const start = position + here.length;
    const closing = quote === '"' ? /\r?\n"@/g : /\r?\n'@/g;
    closing.lastIndex = start - 1;
    const end = closing.exec(source);
    if (!end) {
      throw new NotUnderstood(position, say('openQuote'));
    }
    const inner = source.slice(start, Math.max(start, end.index)).replaceAll('\r\n', '\n');
    return {
      text: quote === "'" ? [inner] : expanded(inner, 0, variables, undefined).text,
      end: end.index + end[0].length,
    };
  }
  const quote = source.charAt(position);
  if (/['‘’]/.test(quote)) {
    return singleQuoted(source, position);
  }
  if (/["“”]/.test(quote)) {
    const read = expanded(source, position + 1, variables, '"');
    if (read.end >= source.length) {
      throw new NotUnderstood(position, say('openQuote'));
    }
    return {text: read.text, end: read.end + 1};
  }
  return undefined;
}

/** Two quotes are one. PowerShell takes typographic quotes for quotes, too. */
function singleQuoted(source: string, position: number): Stretch {
  const pieces: string[] = [];
  for (let start = position + 1; ;) {
    const piece = matchAt(/[^'‘’]*/y, source, start);
    const end = start + piece.length;
    if (end >= source.length) {
      throw new NotUnderstood(position, say('openQuote'));
    }
    pieces.push(piece);
    if (!/['‘’]/.test(source.charAt(end + 1))) {
      return {text: [pieces.join('')], end: end + 1};
    }
    pieces.push(source.charAt(end));
    start = end + 2;
  }
}

/** A text in which variables stand for what they hold, to its closing quote or its end. */
function expanded(source: string, start: number, variables: TextVariables, quote: '"' | undefined): Stretch {
  const pieces: Text[] = [];
  let position = start;
  while (position < source.length) {
    const plain = matchAt(/[^"“”`$]+/y, source, position);
    const character = source.charAt(position);
    if (plain !== '') {
      pieces.push([plain]);
      position += plain.length;
    } else if (character === '`') {
      const code = matchAt(/`u\{[\dA-Fa-f]{1,6}\}/y, source, position);
      const lineEnd = matchAt(/`\r?\n/y, source, position);
      const next = source.charAt(position + 1);
      pieces.push([
        code !== '' ? codePoint(code.slice(3, -1), 16) : lineEnd !== '' ? '\n' : (letters[next] ?? next),
      ]);
      position += code.length || lineEnd.length || 2;
    } else if (character === '$') {
      const variable = variableAt(source, position, variables);
      pieces.push(variable?.text ?? ['$']);
      position = variable?.end ?? position + 1;
    } else if (quote === undefined) {
      pieces.push([character]);
      position++;
    } else if (/["“”]/.test(source.charAt(position + 1))) {
      pieces.push([character]);
      position += 2;
    } else {
      break;
    }
  }
  return {text: joinTexts(pieces), end: position};
}

/** `$name`, `${name}`, `$env:NAME`, or an expression `$(…)`; undefined where a dollar sign is one. Throws {@link NotUnderstood}. */
export function variableAt(source: string, position: number, variables: TextVariables): Stretch | undefined {
  if (source.startsWith('$(', position)) {
    const end = closingAt(source, position + 2, ')', false);
    if (end === undefined) {
      throw new NotUnderstood(position, say('openBracket'));
    }
    const inner = source.slice(position + 2, end).trim();
    const [, decimal] = /^\[char\]\s*(\d{1,6}|0x[\dA-Fa-f]{1,6})$/i.exec(inner) ?? [];
    const named = /^\$(?:env:)?\w+$/i.test(inner) ? variableAt(inner, 0, variables) : undefined;
    return {
      text: decimal !== undefined ? [codePoint(decimal, undefined)] : (named?.text ?? [{env: `(${inner})`}]),
      end: end + 1,
    };
  }
  const written = matchAt(/\$(?:\{(?:env:)?\w+\}|(?:env:|script:|global:)?\w+)/iy, source, position);
  const name = /(\w+)\}?$/.exec(written)?.[1];
  if (name === undefined) {
    return undefined;
  }
  const isEnvironment = /env:/i.test(written);
  const known = isEnvironment ? undefined : variables.get(name.toLowerCase());
  return {text: known ?? [{env: name}], end: position + written.length};
}

function codePoint(digits: string, base: number | undefined): string {
  const code = base === undefined ? Number(digits) : Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
