import {character} from '../syntaxTree';
import {namedCharacter} from './characterNames';

interface Quotes {
  readonly raw: boolean;
  /** How many characters stand before and after the text. */
  readonly before: number;
  readonly after: number;
}

/** How a string is quoted: its prefix and its quotes. */
export function quotesOf(written: string): Quotes {
  const [whole = '', prefix = '', quote = ''] = /^([A-Za-z]*)("""|'''|"|')/.exec(written) ?? [];
  return {raw: /r/i.test(prefix), before: whole.length, after: quote.length};
}

/** The text of a string literal; undefined where it holds a character by a name, or a byte, that is not known here. */
export function stringText(written: string): string | undefined {
  const {raw, before, after} = quotesOf(written);
  const text = written.slice(before, -after);
  const isBytes = /^[rR]?[bB]/.test(written);
  return raw ? text : isBytes && /\\(?:x[89a-fA-F]|[23]\d\d|[NuU])/.test(text) ? undefined : unescaped(text);
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** An escape that Python does not know stays as it is, backslash included. Undefined for an unknown name. */
export function unescaped(text: string): string | undefined {
  let isKnown = true;
  const plain = text.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{1,3})|N\{([^}]*)\}|([\s\S]))/g,
    (whole, byte?: string, unit?: string, point?: string, octal?: string, name?: string, letter = '') => {
      const hex = byte ?? unit;
      if (hex !== undefined) {
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
      if (point !== undefined) {
        return character(point);
      }
      if (name !== undefined) {
        const named = namedCharacter(name);
        isKnown &&= named !== undefined;
        return named ?? whole;
      }
      return octal !== undefined
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : (letters[letter] ?? whole);
    },
  );
  return isKnown ? plain : undefined;
}
