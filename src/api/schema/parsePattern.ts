/** A part of a regular expression, as far as it decides whether a text matches. */
export type PatternNode =
  | {readonly type: 'character'; readonly fits: (code: number) => boolean}
  | {readonly type: 'place'; readonly holds: (codes: readonly number[], at: number) => boolean}
  | {readonly type: 'look'; readonly part: PatternNode; readonly behind: boolean; readonly negated: boolean}
  | {readonly type: 'sequence'; readonly parts: readonly PatternNode[]}
  | {readonly type: 'choice'; readonly branches: readonly PatternNode[]}
  | {readonly type: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number};

/** Of a regular expression nobody can tell in a bounded time what it matches: a reason to tell nothing, which no reader sees. */
export class UnboundedPatternError extends Error {}

/** Kept, as the global one is another while a validator works. A minifier would take a mere name for the global one. */
const NativeRegExp = globalThis.RegExp;

/** A set, an escape, or a character that stands for itself. */
const atomPattern =
  /\[(?:\\[^]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|x..|c.|[^])|[^]/uy;
const openingPattern = /\((?:\?(?:(<?)([=!])|:|<[^>]*>))?(?!\?)/y;
const countPattern = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

/**
 * Reads a regular expression that compiles with the flag `u` (ECMA-262 §22.2.1). Throws an {@link UnboundedPatternError} at
 * a back-reference, which no engine matches in linear time, and at a group with flags of its own.
 */
export function parsePattern(source: string): PatternNode {
  let at = 0;
  return choice();

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  }

  function choice(): PatternNode {
    const branches: PatternNode[] = [];
    do {
      const parts: PatternNode[] = [];
      while (at < source.length && !/[|)]/.test(source.charAt(at))) {
        parts.push(counted(source[at] === '(' ? group() : atom()));
      }
      branches.push({type: 'sequence', parts});
    } while (source[at] === '|' && at++);
    return {type: 'choice', branches};
  }

  function counted(part: PatternNode): PatternNode {
    const found = take(countPattern);
    if (!found) {
      return part;
    }
    const [, sign, count, comma, limit] = found;
    const least = count ?? (sign === '+' ? 1 : 0);
    const most = sign === '?' ? 1 : comma === '' ? count : limit || Infinity;
    return {type: 'repeat', part, least: Number(least), most: Number(most)};
  }

  function group(): PatternNode {
    const opening = take(openingPattern);
    if (!opening) {
      throw new UnboundedPatternError();
    }
    const [, behind, sign] = opening;
    const part = choice();
    at++;
    return sign === undefined ? part : {type: 'look', part, behind: behind === '<', negated: sign === '!'};
  }

  function atom(): PatternNode {
    const text = take(atomPattern)?.[0] ?? '';
    switch (text) {
      case '^':
        return {type: 'place', holds: (_, index) => index === 0};
      case '$':
        return {type: 'place', holds: (codes, index) => index === codes.length};
      case '\\b':
      case '\\B':
        return {
          type: 'place',
          holds: (codes, index) => (isWord(codes[index - 1]) === isWord(codes[index])) === (text === '\\B'),
        };
    }
    if (/^\\[k1-9]/.test(text)) {
      throw new UnboundedPatternError();
    }
    // The engine of the platform knows what a set holds, and can be asked about one character, once.
    const set = new NativeRegExp(`^${text}$`, 'u');
    const known: Record<number, boolean> = {};
    return {type: 'character', fits: code => (known[code] ??= set.test(String.fromCodePoint(code)))};
  }
}

function isWord(code = 0): boolean {
  return /\w/.test(String.fromCodePoint(code));
}
