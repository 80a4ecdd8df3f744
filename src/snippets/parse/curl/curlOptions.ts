import {optionKind, shortOptions} from './curlOptionNames';
import type {ShellWord} from './scriptTypes';
import {joinText, knownText, type Text} from '../text';

/** An option of a cURL command with its value, and where it stands. A URL without an option is one named `url`. */
export interface CurlOption {
  /** The long name, without hyphens. */
  readonly name: string;
  readonly text: Text;
  /** The text with what is known of its variables. */
  readonly value: string;
  readonly offset: number;
}

export interface CurlOptions {
  readonly list: readonly CurlOption[];
  /** Options that are not known here, as they are written. */
  readonly unknown: readonly string[];
  /** Options that change the request in a way that no form can carry, as they are written. */
  readonly beyondForms: readonly string[];
  /** Whether an option started with a dash that a text editor made of hyphens. */
  readonly dashes: boolean;
}

/** Sorts the words after `curl` into options and URLs, or gives the word that lacks its value. */
export function readCurlOptions(words: readonly ShellWord[]): CurlOptions | {readonly missing: ShellWord} {
  const list: CurlOption[] = [];
  const unknown: string[] = [];
  const beyondForms: string[] = [];
  let dashes = false;
  let onlyTargets = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) {
      break;
    }
    const {offset} = word;
    const written = knownText(word.text);
    const text = withHyphens(written);
    dashes ||= text !== written;
    if (onlyTargets || !text.startsWith('-') || text === '-') {
      list.push({name: 'url', text: word.text, value: written, offset});
      continue;
    }
    if (text === '--') {
      onlyTargets = true;
      continue;
    }
    const isLong = text.startsWith('--');
    const names = isLong ? [text.slice(2).split('=', 1)[0] ?? ''] : shortNames(text);
    for (const [index, given] of names.entries()) {
      const kind = optionKind(given);
      const {name = given} = kind ?? {};
      const shown = isLong ? `--${given}` : `-${text.charAt(index + 1)}`;
      if (!kind) {
        unknown.push(isLong ? text : shown);
      } else if (kind.isBeyondForms) {
        beyondForms.push(shown);
      }
      if (!kind?.takesValue) {
        list.push({name, text: [], value: '', offset});
        continue;
      }
      // A short option takes the rest of its word, else the next word; a long one what stands behind `=`.
      const start = isLong ? given.length + 3 : index + 2;
      const attached = isLong ? start <= text.length : start < text.length;
      const value = attached
        ? withoutStart(word.text, start - text.length + written.length)
        : words[++at]?.text;
      if (value === undefined) {
        return {missing: word};
      }
      list.push({name, text: value, value: knownText(value), offset});
      break;
    }
  }
  return {list, unknown, beyondForms, dashes};
}

/** The options of the first of the requests that `--next` parts. */
export function firstRequest(options: readonly CurlOption[]): readonly CurlOption[] {
  const next = options.findIndex(({name}) => name === 'next');
  return next < 0 ? options : options.slice(0, next);
}

function shortNames(text: string): string[] {
  return Array.from(text.slice(1), letter => shortOptions.get(letter) ?? letter);
}

/** Text editors make a dash of two hyphens. */
function withHyphens(text: string): string {
  return /^[–—]/.test(text) ? `${/^(?:—|–[^ ]{2})/.test(text) ? '--' : '-'}${text.slice(1)}` : text;
}

function withoutStart([first = '', ...rest]: Text, length: number): Text {
  return typeof first === 'string' ? joinText([first.slice(length)], rest) : rest;
}
