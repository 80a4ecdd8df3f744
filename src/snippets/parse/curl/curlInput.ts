import type {FileReference} from '../../../request/apiRequest';
import {printfText, unescapePrintf} from './ansiC';
import {fileNamed} from '../body';
import type {ShellCommand} from './shellWords';
import {knownText} from '../text';

/** What cURL finds at its standard input, as far as a script tells. */
export type CurlInput =
  {readonly type: 'text'; readonly text: string} | {readonly type: 'file'; readonly file: FileReference};

/** What a command reads: what stands behind `<` or `<<<`, else what the command before it writes. */
export function inputOf({input}: ShellCommand, before: ShellCommand | undefined): CurlInput | undefined {
  if (input) {
    const text = knownText(input.word.text);
    // A here-string ends in a line end.
    return input.type === 'file' ? {type: 'file', file: fileNamed(text)} : {type: 'text', text: `${text}\n`};
  }
  return before?.piped ? outputOf(before) : undefined;
}

/** What `printf`, `echo` and `cat` write. */
function outputOf({words}: ShellCommand): CurlInput | undefined {
  const [name, ...args] = words.map(({text}) => knownText(text));
  const [first = '', ...rest] = args;
  switch (name) {
    case 'printf': {
      const text = first === '--' ? printfText(rest[0] ?? '', rest.slice(1)) : printfText(first, rest);
      return text === undefined ? undefined : {type: 'text', text};
    }
    case 'echo':
      return {type: 'text', text: echoed(args)};
    case 'cat':
      return rest.length === 0 && first !== '' && !first.startsWith('-')
        ? {type: 'file', file: fileNamed(first)}
        : undefined;
    default:
      return undefined;
  }
}

/** `-n` leaves out the line end, `-e` reads escapes. */
function echoed(words: readonly string[]): string {
  const start = words.findIndex(word => !/^-[neE]+$/.test(word));
  const flags = words.slice(0, start < 0 ? words.length : start).join('');
  const text = start < 0 ? '' : words.slice(start).join(' ');
  return (flags.includes('e') ? unescapePrintf(text) : text) + (flags.includes('n') ? '' : '\n');
}
