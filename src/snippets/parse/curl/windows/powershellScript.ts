import {messages} from '../../../../words';
import {joinText, joinTexts, knownText, type Text} from '../../text';
import {matchAt, type Script, type ShellCommand, type ShellInput, type ShellWord} from '../scriptTypes';
import {stringAt, variableAt, type TextVariables} from './powershellString';

const say = messages('powershellScript', {
  innerQuotes:
    'Windows PowerShell removes the quotes within {text}. They are read the way PowerShell 7.3 and later passes them.',
});

/**
 * The commands of a text by the rules of PowerShell: `'…'`, `"…"` with back-ticks, here-strings, lines that go on with a
 * back-tick. Quotes of an argument that all stand behind backslashes are written for Windows PowerShell, which hands them to
 * a program only so. Throws {@link NotUnderstood}.
 */
export function powershellScript(source: string): Script {
  const commands: ShellCommand[] = [];
  const notes = new Set<string>();
  const variables = new Map<string, Text>();
  let words: ShellWord[] = [];
  let position = matchAt(/\s*(?:PS [^>\n]*>[ \t]*)?/y, source, 0).length;

  function endCommand(piped: boolean): void {
    const [target, operator, value, ...rest] = words;
    const name = target && /^\$(\w+)$/.exec(source.slice(target.offset).match(/^\S*/)?.[0] ?? '')?.[1];
    const before = commands.at(-1);
    if (name !== undefined && operator && knownText(operator.text) === '=') {
      variables.set(name.toLowerCase(), value && rest.length === 0 ? value.text : [{env: name}]);
    } else if (words.length > 0) {
      // A text by itself is what the next command reads: 'text' | curl.exe -d @-
      const input: ShellInput | undefined =
        before?.piped && before.words.length === 1 && before.words[0]
          ? {type: 'text', text: joinText(before.words[0].text, ['\n'])}
          : undefined;
      commands.push({words, piped, ...(input ? {input} : {})});
    }
    words = [];
  }

  while (position < source.length) {
    const gap = matchAt(/(?:[ \t\u00a0]|`[ \t]*\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y, source, position);
    const separator = gap === '' ? matchAt(/(?:\|\||&&|[;|]|\r?\n)\s*/y, source, position) : '';
    const redirection = matchAt(/[*\d]?>>?(?:&\d|[ \t]*[^\s;|]+)/y, source, position);
    if (gap !== '') {
      position += gap.length;
    } else if (separator !== '') {
      endCommand(/^\|(?!\|)/.test(separator));
      position += separator.length;
    } else if (redirection !== '') {
      position += redirection.length;
    } else if (words.length === 0 && source.startsWith('& ', position)) {
      position += 2;
    } else {
      const offset = position;
      const word = readArgument(source, position, variables);
      position = Math.max(word.end, position + 1);
      words.push({text: passed(word.text, text => notes.add(say('innerQuotes', {text}))), offset});
    }
  }
  endCommand(false);
  return {commands, notes: [...notes]};
}

function readArgument(
  source: string,
  start: number,
  variables: TextVariables,
): {readonly text: Text; readonly end: number} {
  const pieces: Text[] = [];
  let position = start;
  while (position < source.length && !/[ \t\r\n;|\u00a0]/.test(source.charAt(position))) {
    const part =
      stringAt(source, position, variables) ??
      (source.charAt(position) === '$' ? variableAt(source, position, variables) : undefined);
    const plain = part ? '' : matchAt(/[^\s;|"'`$@“”‘’]+/y, source, position);
    if (part) {
      pieces.push(part.text);
      position = part.end;
    } else if (plain !== '') {
      pieces.push([plain]);
      position += plain.length;
    } else {
      const isEscape = source.charAt(position) === '`';
      if (isEscape && /[\r\n]/.test(source.charAt(position + 1))) {
        break;
      }
      pieces.push([source.charAt(position + (isEscape ? 1 : 0))]);
      position += isEscape ? 2 : 1;
    }
  }
  return {text: joinTexts(pieces), end: position};
}

/** What a program gets of an argument. `tell` is told of one that the versions of PowerShell pass in different ways. */
function passed(text: Text, tell: (shown: string) => void): Text {
  const whole = knownText(text);
  if (!whole.includes('"')) {
    return text;
  }
  if (!/(?<!\\)"/.test(whole)) {
    return text.map(piece => (typeof piece === 'string' ? piece.replace(/(\\*)\\"/g, halfBefore) : piece));
  }
  tell(whole.length > 40 ? `${whole.slice(0, 40)}…` : whole);
  return text;
}

/** Of the backslashes before a quote, two are one; the last makes the quote a character. */
function halfBefore(_: string, backslashes: string): string {
  return `${'\\'.repeat(Math.floor(backslashes.length / 2))}"`;
}
