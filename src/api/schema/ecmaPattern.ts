import {isPattern} from './pattern';

/** A character, or what is written for one, the opening of a named group, or a class of POSIX. */
const tokenPattern = /\\[^]|\(\?P<|\[:[a-z]+:\]|[^]/g;

const anchors: ReadonlyMap<string, string> = new Map([
  ['\\A', '^'],
  ['\\Z', '$'],
  ['\\z', '$'],
]);

/** What the classes of POSIX hold, within brackets. */
const classes: ReadonlyMap<string, string> = new Map([
  ['[:alpha:]', 'a-zA-Z'],
  ['[:digit:]', '0-9'],
  ['[:alnum:]', 'a-zA-Z0-9'],
  ['[:upper:]', 'A-Z'],
  ['[:lower:]', 'a-z'],
  ['[:word:]', '\\w'],
  ['[:xdigit:]', '0-9A-Fa-f'],
  ['[:space:]', '\\s'],
  ['[:blank:]', ' \\t'],
]);

/**
 * A regular expression as ECMA-262 writes it, which schemas ask for (JSON Schema 2020-12 §6.4): the anchors, classes and named
 * groups of other languages are read as they are meant there, and slashes around it all are no part of it. Undefined for what
 * cannot be written so, such as one that is to ignore the case.
 */
export function ecmaPattern(pattern: string): string | undefined {
  const [, within = pattern, flags = ''] = /^\/(\^.*\$)\/([a-z]*)$/s.exec(pattern) ?? [];
  let inClass = false;
  const tokens = (within.match(tokenPattern) ?? []).map(token => {
    if (inClass) {
      inClass = token !== ']';
      return classes.get(token) ?? token;
    }
    inClass = token === '[';
    return token === '(?P<' ? '(?<' : (anchors.get(token) ?? token);
  });
  const written = tokens.join('');
  return isPattern(written) && !flags.includes('i') ? written : undefined;
}
