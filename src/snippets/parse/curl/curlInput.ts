import type {FileReference} from '../../../request/apiRequest';
import {printfText, unescapePrintf} from './ansiC';
import {fileNamed} from '../body';
import type {ShellCommand} from './scriptTypes';
import {joinText, knownText, type Text} from '../text';

/** What cURL finds at its standard input, as far as a script tells. */
export type CurlInput =
  {readonly type: 'text'; readonly text: Text} | {readonly type: 'file'; readonly file: FileReference};

/** What a command reads: what stands behind `<` or `<<`, else what the command before it writes. */
export function inputOf({input}: ShellCommand, before: ShellCommand | undefined): CurlInput | undefined {
  if (input) {
    return input.type === 'file' ? {type: 'file', file: fileNamed(knownText(input.name))} : input;
  }
  return before?.piped ? outputOf(before) : undefined;
}

/** What `printf`, `echo` and `cat` write. */
function outputOf(command: ShellCommand): CurlInput | undefined {
  const [name, ...args] = command.words.map(({text}) => knownText(text));
  const [first = '', ...rest] = args;
  switch (name) {
    case 'printf': {
      const text = first === '--' ? printfText(rest[0] ?? '', rest.slice(1)) : printfText(first, rest);
      return text === undefined ? undefined : {type: 'text', text: [text]};
    }
    case 'echo':
      return {type: 'text', text: echoed(command.words.slice(1).map(({text}) => text))};
    case 'cat':
      return rest.length === 0 && first !== '' && !first.startsWith('-')
        ? {type: 'file', file: fileNamed(first)}
        : args.every(word => word === '-')
          ? inputOf(command, undefined)
          : undefined;
    default:
      return undefined;
  }
}

/** `-n` leaves out the line end, `-e` reads escapes. */
function echoed(words: readonly Text[]): Text {
  const start = words.findIndex(word => !/^-[neE]+$/.test(knownText(word)));
  const flags = words
    .slice(0, start < 0 ? words.length : start)
    .map(knownText)
    .join('');
  const said =
    start < 0 ? [] : words.slice(start).flatMap((word, index) => (index === 0 ? word : [' ', ...word]));
  const text = flags.includes('e')
    ? said.map(piece => (typeof piece === 'string' ? unescapePrintf(piece) : piece))
    : said;
  return joinText(text, flags.includes('n') ? [] : ['\n']);
}
