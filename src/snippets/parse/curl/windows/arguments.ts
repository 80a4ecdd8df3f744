import type {ShellWord} from '../scriptTypes';
import {joinText, type Secret} from '../../text';
import {VARIABLE, type CommandLine} from './cmdScript';

/**
 * The arguments of a command line as programs of Windows take it apart (Microsoft's C runtime): a quote behind an odd
 * number of backslashes, and the second of two within quotes, are characters; of backslashes before a quote, two are one.
 */
export function argumentsOf({text, offsets, variables}: CommandLine): ShellWord[] {
  const words: ShellWord[] = [];
  let next = 0;
  let position = 0;
  while (position < text.length) {
    if (/[ \t\n]/.test(text.charAt(position))) {
      position++;
      continue;
    }
    const offset = offsets[position] ?? 0;
    const pieces: (string | Secret)[] = [];
    let letters: string[] = [];
    let isQuoted = false;
    while (position < text.length && (isQuoted || !/[ \t]/.test(text.charAt(position)))) {
      const character = text.charAt(position);
      if (character === '\\') {
        const start = position;
        while (text.charAt(position) === '\\') {
          position++;
        }
        const count = position - start;
        const isBeforeQuote = text.charAt(position) === '"';
        letters.push('\\'.repeat(isBeforeQuote ? Math.floor(count / 2) : count));
        if (isBeforeQuote && count % 2 === 1) {
          letters.push('"');
          position++;
        }
      } else if (character === '"') {
        const isDoubled = isQuoted && text.charAt(position + 1) === '"';
        if (isDoubled) {
          letters.push('"');
        } else {
          isQuoted = !isQuoted;
        }
        position += isDoubled ? 2 : 1;
      } else if (character === VARIABLE) {
        pieces.push(letters.join(''), variables[next++] ?? '');
        letters = [];
        position++;
      } else {
        letters.push(character);
        position++;
      }
    }
    words.push({text: joinText([...pieces, letters.join('')]), offset});
  }
  return words;
}
