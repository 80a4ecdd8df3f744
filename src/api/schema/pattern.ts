/**
 * A regular expression of a schema as one that compiles with the flag `u`, as validators do (JSON Schema 2020-12 §6.3.3):
 * escapes and brackets that mean nothing without the flag, and are faults with it, are written as the characters that they
 * stand for. Left as it is where it compiles already, or not even so.
 */
export function unicodePattern(pattern: string): string {
  if (compiles(pattern, 'u') || !compiles(pattern, '')) {
    return pattern;
  }
  const strict = withoutLooseSyntax(pattern);
  return compiles(strict, 'u') ? strict : pattern;
}

/** Whether something is a regular expression of ECMA-262, with the flag `u` or without it. */
export function isPattern(pattern: string): boolean {
  return compiles(pattern, 'u') || compiles(pattern, '');
}

function compiles(pattern: string, flags: '' | 'u'): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A character, or what is written for one, for a set, or for a number of times. */
const tokenPattern =
  /\\[pP]\{[^{}]*\}|\\k<\w+>|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|\{\d+(?:,\d*)?\}|[^]/giu;

/** What Annex B.1.2 of ECMA-262 allows beyond its grammar, as the grammar writes it. */
function withoutLooseSyntax(pattern: string): string {
  const tokens = pattern.match(tokenPattern) ?? [];
  let inClass = false;
  const strict = tokens.map((token, index) => {
    if (token.startsWith('\\')) {
      return isNeedless(token, inClass) ? token.slice(1) : token;
    }
    if (inClass) {
      inClass = token !== ']';
      return token === '-' && isBesideSet(tokens, index) ? '\\-' : token;
    }
    inClass = token === '[';
    return /^[{}\]]$/.test(token) ? `\\${token}` : token;
  });
  return strict.join('');
}

/** Whether an escape only stands for the character that follows, and would be a fault with the flag. */
function isNeedless(escape: string, inClass: boolean): boolean {
  const known = inClass
    ? /^\\(?:[\^$\\.*+?()[\]{}|/\-bdDsSwWfnrtv0]|..)/u
    : /^\\(?:[\^$\\.*+?()[\]{}|/bBdDsSwWfnrtv\d]|..)/u;
  return !known.test(escape);
}

/** A hyphen between a set such as `\w` and something else makes no range. */
function isBesideSet(tokens: readonly string[], index: number): boolean {
  return [tokens[index - 1], tokens[index + 1]].some(token => /^\\[dDsSwWpP]/.test(token ?? ''));
}
