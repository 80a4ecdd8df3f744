import {messages} from '../../../../words';
import {NotUnderstood} from '../../notUnderstood';
import type {Secret} from '../../text';
import {matchAt, type Script, type ShellCommand} from '../scriptTypes';
import {posixScript} from '../shellWords';
import {argumentsOf} from './arguments';

const say = messages('cmd', {
  singleQuotes: 'Windows cmd has no single quotes. They are read the way a POSIX shell reads them.',
  lineInQuotes:
    'In Windows cmd, the end of a line ends the command, even within quotes. The line is read as if it continued.',
  doubledBackslashes: 'Chrome doubles backslashes here. Each pair is read as a single one, as was meant.',
  operatorInQuotes:
    'In Windows cmd, {operator} is outside quotes here and ends the command. It is read as part of the text, as was meant. Write ^{operator}.',
  openQuote: 'This quote is not closed.',
});

/** What cmd hands to a program, before that takes it apart. */
export interface CommandLine {
  readonly text: string;
  /** Where each character stands in the source. */
  readonly offsets: readonly number[];
  /** What each {@link VARIABLE} in the text stands for, in turn. */
  readonly variables: readonly Secret[];
}

/** Stands in a command line for a variable, as no command line can hold it. */
export const VARIABLE = '\0';

/**
 * The commands of a text by the rules of Windows' cmd: outside double quotes `^` takes the meaning of the character behind
 * it, and joins lines; `&`, `|` and line ends part commands. A program then takes its arguments apart by itself. Throws
 * {@link NotUnderstood}.
 */
export function cmdScript(source: string): Script {
  const notes = new Set<string>();
  const read = commandLines(source, operator =>
    notes.add(operator.includes('\n') ? say('lineInQuotes') : say('operatorInQuotes', {operator})),
  );
  const commands = read.flatMap(({line, piped}): ShellCommand[] => {
    const words = argumentsOf(line);
    return words.length > 0 ? [{words, piped}] : [];
  });
  if (commands.some(({words}) => words.some(({offset}) => source.charAt(offset) === "'"))) {
    const asPosix = source.replace(/\^(?=\r?\n)/g, '\\');
    const script = posixScript(asPosix);
    return {...script, notes: [...script.notes, say('singleQuotes')]};
  }
  return {
    commands: commands.map(command => ({
      ...command,
      words: command.words.map(word => {
        const single = source.startsWith('^"', word.offset) ? word.text.map(halved) : word.text;
        if (single.some((piece, index) => piece !== word.text[index])) {
          notes.add(say('doubledBackslashes'));
        }
        return {...word, text: single};
      }),
    })),
    notes: [...notes],
  };
}

/** Backslashes that all stand in pairs, as Chrome writes them; those before a quote are taken apart already. */
function halved<Piece>(piece: Piece | string): Piece | string {
  if (typeof piece !== 'string') {
    return piece;
  }
  const runs = piece.match(/\\+(?!["\\]|$)/g) ?? [];
  return runs.every(({length}) => length % 2 === 0) ? piece.replace(/(\\+)\1(?!["\\]|$)/g, '$1') : piece;
}

interface ReadLine {
  readonly line: CommandLine;
  readonly piped: boolean;
}

function commandLines(source: string, tellMended: (operator: string) => void): ReadLine[] {
  const lines: ReadLine[] = [];
  let text: string[] = [];
  let offsets: number[] = [];
  let variables: Secret[] = [];
  let openAt: number | undefined;
  // Whether the program that gets the line would be within quotes, which cmd does not care about.
  let isInArgument = false;
  let backslashes = 0;
  let position = matchAt(/\s*(?:[A-Za-z]:\\[^>\n]*>[ \t]*|>[ \t]*)?/y, source, 0).length;

  function take(character: string, at: number): void {
    text.push(character);
    offsets.push(at);
    isInArgument = isInArgument !== (character === '"' && backslashes % 2 === 0);
    backslashes = character === '\\' ? backslashes + 1 : 0;
  }
  function endLine(piped: boolean): void {
    lines.push({line: {text: text.join(''), offsets, variables}, piped});
    text = [];
    offsets = [];
    variables = [];
    isInArgument = false;
  }

  while (position < source.length) {
    const character = source.charAt(position);
    const lineEnd = matchAt(/\r?\n/y, source, position);
    const isOpen = openAt !== undefined;
    const caretEnd = character === '^' ? matchAt(/\^\r?\n/y, source, position) : '';
    const variable = matchAt(/%[A-Za-z_]\w*%/y, source, position);
    if (variable !== '') {
      variables.push({env: variable.slice(1, -1)});
      take(VARIABLE, position);
      position += variable.length;
    } else if (character === VARIABLE) {
      position++;
    } else if (character === '"') {
      openAt = isOpen ? undefined : position;
      take(character, position++);
    } else if (caretEnd !== '' && isOpen) {
      // Swagger UI writes the line ends of a body so.
      take('\n', position);
      position += caretEnd.length;
    } else if (caretEnd !== '') {
      // The caret takes the line end away, and the meaning of what comes next: a second line end is one of the text.
      position += caretEnd.length;
      const next = matchAt(/\r?\n/y, source, position);
      if (next !== '') {
        take('\n', position);
        position += next.length;
      }
    } else if (character === '^' && !isOpen) {
      take(source.charAt(position + 1), position);
      position += 2;
    } else if (isInArgument && (lineEnd !== '' || (!isOpen && /[&|<>]/.test(character)))) {
      tellMended(lineEnd || character);
      take(lineEnd === '' ? character : '\n', position);
      position += lineEnd.length || 1;
    } else if (!isOpen && (lineEnd !== '' || /[&|]/.test(character))) {
      const separator = lineEnd || matchAt(/[&|]+/y, source, position);
      endLine(separator === '|');
      position += separator.length;
    } else if (!isOpen && /[<>]/.test(character)) {
      position += matchAt(/[<>]+&?[ \t]*(?:"[^"\n]*"|[^\s&|"]*)/y, source, position).length;
    } else {
      take(character, position++);
    }
  }
  if (openAt !== undefined) {
    throw new NotUnderstood(openAt, say('openQuote'));
  }
  endLine(false);
  return lines;
}
