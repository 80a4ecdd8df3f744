import {isSecretName} from '../../../request/secrets/secretRules';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {joinText, knownText, unknownVariables, type Text} from '../text';
import {announcedAt, readHereDocument, type Announced} from './hereDocument';
import {matchAt, type Script, type ShellCommand, type ShellInput, type ShellWord} from './scriptTypes';
import type {Reading} from './shellVariables';
import {readWord} from './shellWord';

const say = messages('shellWords', {
  spaces: 'No-break spaces between words are read as spaces.',
  spaceAfterBackslash:
    'A space after the backslash at the end of a line would end the command in a shell. It is ignored here.',
  loop: 'A loop runs its commands several times: the first time is read.',
  bracket: '{bracket} has a meaning of its own in a shell. Put the word in quotes.',
});

/** A prompt before a command: `$ `, `% `, `me@host:~$ `. */
const prompt = /(?:[$%][ \t]+|[\w.-]+@[^\s$#%]*[$#%][ \t]+)?/y;

/**
 * The commands of a text, by the quoting rules of bash: `'…'`, `"…"`, `$'…'`, backslashes, line continuations, comments,
 * here-documents. A prompt before a command is passed over; `;`, `|`, `&` and line ends part commands. An assignment such
 * as `key=${NAME:-value}` before a command gives later uses of `$key` what it says, unless it stands under a condition.
 * Throws {@link NotUnderstood}.
 */
export function posixScript(source: string): Script {
  const commands: ShellCommand[] = [];
  const variables = new Map<string, Text>();
  const arrays = new Map<string, readonly ShellWord[]>();
  const notes = new Set<string>();
  const reading: Reading = {source, variables, note: sentence => notes.add(sentence)};
  const awaited: {readonly announced: Announced; readonly input: {type: 'text'; text: Text}}[] = [];
  let words: ShellWord[] = [];
  let input: ShellInput | undefined;
  let depth = 0;
  let isConditional = false;
  let position = matchAt(/\s*/y, source, 0).length;
  position += matchAt(prompt, source, position).length;

  function endCommand(separator: string, cutAt?: number): void {
    const keyword = words[0] && knownText(words[0].text);
    depth += /^(?:if|for|while|until|case|select)$/.test(keyword ?? '') ? 1 : 0;
    depth -= /^(?:fi|done|esac)$/.test(keyword ?? '') ? 1 : 0;
    const first = words.findIndex(({text}) => !isKeyword(text));
    const rest = first < 0 ? [] : words.slice(first);
    const looped = keyword === 'for' && words[1] ? knownText(words[1].text) : undefined;
    if (looped !== undefined) {
      const [first] = words.slice(3);
      variables.set(looped, first && knownText(words[2]?.text ?? []) === 'in' ? first.text : [{env: looped}]);
      notes.add(say('loop'));
    }
    const declaration = /^(?:export|declare|local|readonly|typeset)$/.exec(
      knownText(rest[0]?.text ?? []),
    )?.[0];
    const assigned = declaration === undefined ? rest : rest.slice(1);
    if (rest.length > 0 && assigned.every(({text}) => isAssignment(text))) {
      assigned.forEach(({text}) =>
        assign(text, variables, isConditional || depth > 0, declaration === 'export'),
      );
    } else if (rest.length > 0) {
      if (/^(?:unset|read)$/.test(knownText(rest[0]?.text ?? []))) {
        rest.map(({text}) => knownText(text)).forEach(name => variables.set(name, [{env: name}]));
      }
      commands.push({
        words: rest,
        piped: /^\|(?!\|)/.test(separator),
        ...(input ? {input} : {}),
        ...(cutAt === undefined ? {} : {cutAt}),
      });
    }
    isConditional = /^(?:&&|\|\|)/.test(separator);
    words = [];
    input = undefined;
  }

  while (position < source.length) {
    const gap = matchAt(/(?:[ \t\u00a0]|\\[ \t]*\r?\n(?:>[ \t]+(?=-))?)+/y, source, position);
    if (gap !== '') {
      if (gap.includes('\u00a0')) {
        notes.add(say('spaces'));
      }
      if (/\\[ \t]+\r?\n/.test(gap)) {
        notes.add(say('spaceAfterBackslash'));
      }
      position += gap.length;
      continue;
    }
    const document = announcedAt(source, position);
    if (document && !source.startsWith('<<<', position)) {
      const text: {type: 'text'; text: Text} = {type: 'text', text: []};
      awaited.push({announced: document.announced, input: text});
      input = text;
      position = document.end;
      continue;
    }
    const character = source.charAt(position);
    const separator = matchAt(/(?:[;|]|&(?!>))[;|&]*/y, source, position);
    if (character === '#') {
      position += matchAt(/[^\n]*/y, source, position).length;
    } else if (/[\n\r]/.test(character)) {
      position += matchAt(/\r?\n|\r/y, source, position).length;
      for (const {announced, input: document} of awaited.splice(0)) {
        const read = readHereDocument(reading, announced, position);
        document.text = read.text;
        position = read.end;
      }
      endCommand('\n');
      position += matchAt(/\s*/y, source, position).length;
      position += matchAt(prompt, source, position).length;
    } else if (separator !== '') {
      // A URL that is not in quotes is cut at its "&".
      endCommand(separator, matchAt(/&[\w%.-]+=/y, source, position) === '' ? undefined : position);
      position += separator.length;
    } else if (/[()]/.test(character)) {
      const isFunction = /^\([ \t]*\)/.test(source.slice(position, position + 40));
      if (character === '(' && /[^\s;|&()]/.test(source.charAt(position - 1)) && !isFunction) {
        throw new NotUnderstood(position, say('bracket', {bracket: '('}));
      }
      if (isFunction) {
        // Where the function is called is not known, so what it sets is not.
        depth++;
        words = [];
      } else {
        endCommand('');
      }
      position++;
    } else {
      const operator = matchAt(/<<<[ \t]*|<(?!\()[ \t]*|(?:\d|&)?>>?(?!\()[|&]?[ \t]*/y, source, position);
      const process = matchAt(/[<>]\(/y, source, position);
      const offset = position + operator.length;
      if (process !== '') {
        throw new NotUnderstood(position, say('bracket', {bracket: process}));
      }
      const array = matchAt(/"?\$\{\w+\[[@*]\]\}"?(?![^\s;|&)])/y, source, offset);
      const listed = arrays.get(/\w+/.exec(array)?.[0] ?? '');
      if (listed) {
        words.push(...listed);
        position = offset + array.length;
        continue;
      }
      const word = readWord(reading, offset);
      if (word.end === offset) {
        position = offset + (operator === '' ? 1 : 0);
        continue;
      }
      position = word.end;
      const name = /^(\w+)=$/.exec(knownText(word.text))?.[1];
      if (name !== undefined && source.charAt(position) === '(') {
        const list = readArray(reading, position + 1);
        arrays.set(name, list.words);
        position = list.end;
      } else if (operator === '') {
        words.push({text: word.text, offset});
      } else if (operator.startsWith('<<<')) {
        // A here-string ends in a line end.
        input = {type: 'text', text: joinText(word.text, ['\n'])};
      } else if (operator.startsWith('<')) {
        input = {type: 'file', name: word.text};
      }
    }
  }
  endCommand('');
  return {commands, notes: [...notes]};
}

/** The words of `NAME=(…)`, from behind the bracket. */
function readArray(reading: Reading, start: number): {readonly words: ShellWord[]; readonly end: number} {
  const {source} = reading;
  const words: ShellWord[] = [];
  let position = start;
  while (position < source.length && source.charAt(position) !== ')') {
    const gap = matchAt(/(?:\s|\\\r?\n|#[^\n]*)+/y, source, position);
    if (gap !== '') {
      position += gap.length;
      continue;
    }
    const word = readWord(reading, position);
    if (word.end === position) {
      throw new NotUnderstood(position, say('bracket', {bracket: source.charAt(position)}));
    }
    words.push({text: word.text, offset: position});
    position = word.end;
  }
  return {words, end: position + 1};
}

function isKeyword(text: Text): boolean {
  return /^(?:if|then|else|elif|fi|while|until|do|done|esac|[{}!])$/.test(knownText(text));
}

function isAssignment([first]: Text): boolean {
  return typeof first === 'string' && /^[A-Za-z_]\w*\+?=/.test(first);
}

/** What a variable holds from here on. A key that is exported is read from the environment by samples too. */
function assign(text: Text, variables: Map<string, Text>, isUnsure: boolean, isExported: boolean): void {
  const [first = '', ...rest] = text;
  const [, name = '', operator, start = ''] =
    typeof first === 'string' ? (/^(\w+)(\+?)=([\s\S]*)$/.exec(first) ?? []) : [];
  const value = joinText(operator === '+' ? (variables.get(name) ?? [{env: name}]) : [], [start], rest);
  const isKnown = unknownVariables(value).length === 0;
  const isKey = isExported && isSecretName(name, 'header');
  variables.set(
    name,
    isUnsure || isKey
      ? [{env: name}]
      : isKnown && !value.some(piece => typeof piece !== 'string')
        ? [{env: name, fallback: knownText(value)}]
        : value,
  );
}
