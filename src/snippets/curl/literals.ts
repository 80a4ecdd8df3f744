import {escapeUnprintable, hasUnprintable, hex} from '../literals/escape';

/**
 * A word for a POSIX-like shell, safe in an interactive bash too: single quotes keep `!`, `$` and back-ticks as they
 * are, and characters that a terminal would act on stand as escapes in `$'…'`.
 */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) {
    return text;
  }
  return hasUnprintable(text) ? dollarQuoted(text) : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Text for the inside of double quotes, around a variable; an interactive bash would expand `!` there. */
export function shellInDoubleQuotes(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&').replaceAll('!', `"'!'"`);
}

/** The format of `printf` that writes a text, NUL included, which no argument of a program can hold. */
export function printfFormat(text: string): string {
  const escaped = escapeUnprintable(text.replaceAll('\\', '\\\\').replaceAll('%', '%%'), utf8Octal);
  // What starts with a hyphen would be an option.
  return shellWord(escaped.replace(/^-/, '\\055'));
}

function dollarQuoted(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replaceAll('!', '\\x21');
  return `$'${escapeUnprintable(escaped, (code, character) =>
    character === '\n' ? '\\n' : code < 0x80 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`,
  )}'`;
}

function utf8Octal(_code: number, character: string): string {
  return character === '\n'
    ? '\n'
    : Array.from(new TextEncoder().encode(character), byte => `\\${byte.toString(8).padStart(3, '0')}`).join(
        '',
      );
}
