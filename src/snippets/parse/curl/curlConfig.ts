import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {knownText} from '../text';
import {contentOf} from './curlData';
import type {CurlInput} from './curlInput';
import {readCurlOptions, type CurlOption} from './curlOptions';
import type {ShellWord} from './scriptTypes';

const say = messages('curlConfig', {
  file: 'The options in the file {name} are unknown here.',
  value: 'The option {option} of the configuration needs a value after it.',
});

/** The options of a command with those of its `--config` in their place, where it stands in the script. */
export function withConfig(
  options: readonly CurlOption[],
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): readonly CurlOption[] {
  return options.flatMap(option => {
    if (option.name !== 'config') {
      return [option];
    }
    const content = contentOf(option.value, input);
    if (content.type === 'file') {
      note(say('file', {name: option.value}));
      return [];
    }
    const read = readCurlOptions(wordsOf(knownText(content.text), option.offset));
    if ('missing' in read) {
      throw new NotUnderstood(option.offset, say('value', {option: knownText(read.missing.text)}));
    }
    return read.list;
  });
}

/** The words of a configuration: an option a line, its hyphens left out or not, with `=`, `:` or a space before the value. */
function wordsOf(text: string, offset: number): ShellWord[] {
  return text.split('\n').flatMap(line => {
    const [, name, quoted, bare = ''] =
      /^\s*(?!#)([^\s=:]+)(?:\s*[=:]\s*|\s+|$)(?:"((?:\\.|[^"\\])*)"|(.*?))\s*$/.exec(line) ?? [];
    if (name === undefined) {
      return [];
    }
    const option = name.startsWith('-') ? name : `--${name}`;
    const value =
      quoted === undefined ? bare : quoted.replace(/\\(.)/g, (_, letter: string) => unescaped(letter));
    const words = quoted === undefined && bare === '' ? [option] : [option, value];
    return words.map(word => ({text: [word], offset}));
  });
}

function unescaped(letter: string): string {
  return {n: '\n', r: '\r', t: '\t', v: '\v'}[letter] ?? letter;
}
