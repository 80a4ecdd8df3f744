import {messages} from '../../../words';
import {readAnsiC} from './ansiC';
import {joinText, knownText, type Secret, type Text} from '../text';

const say = messages('shell', {
  hereDocument: 'A here-document is not read here: put the text in quotes after --data.',
  openQuote: 'This quote is not closed.',
});

/** A word of a shell command, with where it starts in the text. */
export interface ShellWord {
  /** Variables stand in it as secrets: what they hold is not looked up. */
  readonly text: Text;
  readonly offset: number;
}

/** One command of a script, and whether its output goes into the next. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  readonly piped: boolean;
  /** What it reads: the file of `< name`, or the text of `<<< text`. */
  readonly input?: {readonly type: 'file' | 'text'; readonly word: ShellWord};
}

/** What a shell makes of a text, or the place where it could not be read. Nothing is ever run. */
export type ShellScript =
  | {readonly type: 'script'; readonly commands: readonly ShellCommand[]}
  | {readonly type: 'fault'; readonly offset: number; readonly message: string};

/** How a variable stands in a word, with the value that it names for want of the variable. */
const variablePattern =
  /^\$(?:\{([A-Za-z_]\w*)(?::?([-?=+])((?:'[^']*'|\\[\s\S]|[^}'\\])*))?\}|([A-Za-z_]\w*))/;

/**
 * The commands of a text, by the quoting rules of bash: `'…'`, `"…"`, `$'…'`, backslashes, line continuations (PowerShell's,
 * a grave accent, too), comments.
 * A prompt (`$ `) before a command is passed over; `;`, `|`, `&` and line ends part commands. An assignment such as
 * `key=${NAME:-value}` before a command gives later uses of `$key` what it says.
 */
export function shellScript(source: string): ShellScript {
  const commands: ShellCommand[] = [];
  const variables = new Map<string, Secret>();
  let words: ShellWord[] = [];
  let input: ShellCommand['input'];
  let position = /^\s*(?:\$\s+)?/.exec(source)?.[0].length ?? 0;

  function endCommand(piped: boolean): void {
    const assignments = words.length > 0 && words.every(({text}) => isAssignment(text));
    if (assignments) {
      words.forEach(({text}) => assign(text, variables));
    } else if (words.length > 0) {
      commands.push({words, piped, ...(input ? {input} : {})});
    }
    words = [];
    input = undefined;
  }

  while (position < source.length) {
    const gap = matchAt(/(?:[ \t]|[\\`]\r?\n)+/y, source, position);
    if (gap !== '') {
      position += gap.length;
      continue;
    }
    const from = matchAt(/<<<[ \t]*|<(?![<(])[ \t]*/y, source, position);
    if (from === '' && source.startsWith('<<', position)) {
      return {
        type: 'fault',
        offset: position,
        message: say('hereDocument'),
      };
    }
    // Where the output goes is nothing of the request.
    const redirection = matchAt(/\d?>>?(?:&\d|[ \t]*[^\s;|&]+)/y, source, position);
    if (redirection !== '') {
      position += redirection.length;
      continue;
    }
    const character = source.charAt(position);
    if (character === '#') {
      position += matchAt(/[^\n]*/y, source, position).length;
    } else if (/[\n\r;|&]/.test(character)) {
      const separator = matchAt(/(?:[;|&]+|\r?\n|\r)\s*(?:\$[ \t]+)?/y, source, position);
      endCommand(/^\|(?!\|)/.test(separator));
      position += separator.length;
    } else {
      const offset = position + from.length;
      const word = readWord(source, offset, variables);
      if (word.type === 'fault') {
        return word;
      }
      const read = {text: word.text, offset};
      if (from === '') {
        words.push(read);
      } else {
        input = {type: from.startsWith('<<<') ? 'text' : 'file', word: read};
      }
      position = word.end;
    }
  }
  endCommand(false);
  return {type: 'script', commands};
}

function matchAt(sticky: RegExp, source: string, position: number): string {
  sticky.lastIndex = position;
  return sticky.exec(source)?.[0] ?? '';
}

function isAssignment([first]: Text): boolean {
  return typeof first === 'string' && /^[A-Za-z_]\w*=/.test(first);
}

function assign(text: Text, variables: Map<string, Secret>): void {
  const [first = '', ...rest] = text;
  const [, name = '', start = ''] = typeof first === 'string' ? (/^(\w+)=([\s\S]*)$/.exec(first) ?? []) : [];
  const value = joinText([start], rest);
  const [only] = value;
  variables.set(
    name,
    value.length === 1 && only !== undefined && typeof only !== 'string'
      ? only
      : {env: name, fallback: knownText(value)},
  );
}

type ReadWord =
  | {readonly type: 'word'; readonly text: Text; readonly end: number}
  | {readonly type: 'fault'; readonly offset: number; readonly message: string};

type Variables = ReadonlyMap<string, Secret>;

function readWord(source: string, start: number, variables: Variables): ReadWord {
  const pieces: Text[] = [];
  let position = start;
  // Other white space than these is part of a word.
  while (position < source.length && !/[ \t\r\n;|&]/.test(source.charAt(position))) {
    const part = readPart(source, position, variables);
    if (part === undefined) {
      return {type: 'fault', offset: position, message: say('openQuote')};
    }
    pieces.push(part.text);
    position = part.end;
  }
  return {type: 'word', text: joinText(...pieces), end: position};
}

interface Part {
  readonly text: Text;
  readonly end: number;
}

/** One stretch of a word that is quoted one way; undefined when its quote is not closed. */
function readPart(source: string, position: number, variables: Variables): Part | undefined {
  const character = source.charAt(position);
  if (source.startsWith("$'", position)) {
    const read = readAnsiC(source, position + 2);
    return read && {text: [read.text], end: read.end};
  }
  if (character === "'") {
    const end = source.indexOf("'", position + 1);
    return end < 0 ? undefined : {text: [source.slice(position + 1, end)], end: end + 1};
  }
  if (character === '"') {
    return readDoubleQuoted(source, position + 1, variables);
  }
  const variable = readVariable(source, position, variables);
  if (variable) {
    return variable;
  }
  if (character !== '\\') {
    const plain = matchAt(/[^ \t\r\n;|&"'$`\\]+/y, source, position) || character;
    return {text: [plain], end: position + plain.length};
  }
  const continuation = matchAt(/\\\r?\n/y, source, position);
  return continuation === ''
    ? {text: [source.charAt(position + 1)], end: position + 2}
    : {text: [], end: position + continuation.length};
}

/** A variable, or a command whose output would stand there. */
function readVariable(source: string, position: number, variables: Variables): Part | undefined {
  const command = matchAt(/`[^`\n]+`|\$\((?:[^()]|\([^()]*\))*\)/y, source, position);
  if (command !== '') {
    const env = `(${command.startsWith('$') ? command.slice(2, -1) : command.slice(1, -1)})`;
    return {text: [{env}], end: position + command.length};
  }
  if (source.charAt(position) !== '$') {
    return undefined;
  }
  const match = variablePattern.exec(source.slice(position, position + 4096));
  if (!match) {
    return undefined;
  }
  const [whole, braced, operator, given = '', bare] = match;
  const env = braced ?? bare ?? '';
  const secret = operator === '-' || operator === '=' ? {env, fallback: unquoted(given)} : {env};
  return {text: [variables.get(env) ?? secret], end: position + whole.length};
}

/** The value after `:-`, which may itself be quoted. */
function unquoted(text: string): string {
  return text.replace(
    /'([^']*)'|\\([\s\S])/g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
}

function readDoubleQuoted(source: string, start: number, variables: Variables): Part | undefined {
  const pieces: Text[] = [];
  let position = start;
  while (position < source.length) {
    const plain = matchAt(/[^"\\$`]+/y, source, position);
    if (plain !== '') {
      pieces.push([plain]);
      position += plain.length;
      continue;
    }
    if (source.charAt(position) === '"') {
      return {text: joinText(...pieces), end: position + 1};
    }
    const escape = matchAt(/\\(?:\r?\n|["\\$`])/y, source, position);
    const variable = readVariable(source, position, variables);
    if (escape !== '') {
      pieces.push([/\n/.test(escape) ? '' : escape.slice(1)]);
      position += escape.length;
    } else if (variable) {
      pieces.push(variable.text);
      position = variable.end;
    } else {
      pieces.push([source.charAt(position)]);
      position++;
    }
  }
  return undefined;
}
