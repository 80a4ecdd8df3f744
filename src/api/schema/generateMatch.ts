/** How often a part that may repeat without end does so at most. */
const MOST_REPEATS = 8;
/** How many atoms are made in all: nobody reads more, and `(a{1000}){1000}` would fill the memory. */
const MOST_ATOMS = 20_000;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const anything = letters + digits;
const classes: Readonly<Record<string, string>> = {
  d: digits,
  D: letters,
  w: `${anything}_`,
  W: '-',
  s: ' ',
  S: anything,
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * A text that matches a regular expression of the kind that schemas use: characters, classes, groups, alternatives and
 * repetitions, which go up to `mostRepeats` where they have no end. Anchors match the ends anyway; what it does not know,
 * such as a look-ahead, it leaves out, and a text that would be longer than anybody reads it cuts short.
 */
export function generateMatch(
  pattern: string,
  random: () => number,
  mostRepeats: number = MOST_REPEATS,
): string {
  let at = 0;
  let atoms = 0;
  const below = (limit: number): number => Math.floor(random() * limit);

  /** Makes the text of each alternative up to a closing parenthesis or the end, and returns one of them. */
  function alternatives(): string {
    const made = [sequence()];
    while (pattern[at] === '|') {
      at++;
      made.push(sequence());
    }
    return made[below(made.length)] ?? '';
  }

  function sequence(): string {
    let text = '';
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const start = at;
      const piece = atom();
      const end = at;
      const [least, most] = repetition();
      const after = at;
      const times = least + below(most - least + 1);
      text += times > 0 ? piece : '';
      for (let made = 1; made < times && atoms < MOST_ATOMS; made++) {
        at = start;
        text += atom();
        at = end;
      }
      at = after;
    }
    return text;
  }

  function atom(): string {
    atoms++;
    const character = pattern[at++] ?? '';
    switch (character) {
      case '^':
      case '$':
        return '';
      case '.':
        return pickFrom(anything);
      case '\\':
        return escape();
      case '[':
        return pickFrom(characterClass());
      case '(': {
        const ignored = /^\?(?:=|!|<=|<!)/.test(pattern.slice(at));
        at += /^\?(?::|=|!|<=|<!|<\w+>)/.exec(pattern.slice(at))?.[0].length ?? 0;
        const text = alternatives();
        at++;
        return ignored ? '' : text;
      }
      default:
        return character;
    }
  }

  function escape(): string {
    if (/^b/i.test(pattern.slice(at))) {
      at++;
      return '';
    }
    return pickFrom(escaped());
  }

  /** The characters that an escape stands for. */
  function escaped(): string {
    const [text, property, code] =
      /^(?:p\{([^{}]*)\}|(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})))/iu.exec(pattern.slice(at)) ?? [];
    if (text === undefined) {
      const character = pattern[at++] ?? '';
      return classes[character] ?? character;
    }
    at += text.length;
    return property === undefined
      ? String.fromCodePoint(Number.parseInt(code ?? text.slice(1), 16))
      : ofProperty(text);
  }

  function characterClass(): string {
    const negated = pattern[at] === '^';
    at += negated ? 1 : 0;
    let members = '';
    while (at < pattern.length && pattern[at] !== ']') {
      const character = pattern[at++] ?? '';
      if (character === '\\') {
        members += escaped();
      } else if (pattern[at] === '-' && pattern[at + 1] !== ']') {
        const last = pattern.charCodeAt(at + 1);
        at += 2;
        for (let code = character.charCodeAt(0); code <= last; code++) {
          members += String.fromCharCode(code);
        }
      } else {
        members += character;
      }
    }
    at++;
    return negated ? [...anything].filter(character => !members.includes(character)).join('') : members;
  }

  function repetition(): [least: number, most: number] {
    const found = /^(?:[?*+]|\{(\d+)(,)?(\d*)\})\??/.exec(pattern.slice(at));
    at += found?.[0].length ?? 0;
    const [text = '', least = '0', comma, most] = found ?? [];
    switch (text.charAt(0)) {
      case '':
        return [1, 1];
      case '?':
        return [0, 1];
      case '*':
        return [0, mostRepeats];
      case '+':
        return [1, mostRepeats];
      default: {
        const lowest = Number(least);
        const highest = comma === undefined ? lowest : most ? Number(most) : lowest + mostRepeats;
        return [lowest, Math.min(highest, lowest + mostRepeats)];
      }
    }
  }

  function pickFrom(characters: string): string {
    return characters.charAt(below(characters.length));
  }

  return alternatives();
}

/** Some characters of a Unicode property, such as `Lu`; of those that it is not, for `P`. */
function ofProperty(escape: string): string {
  const names = new RegExp(`\\${escape}`, 'u');
  return [...`${letters}${letters.toUpperCase()}${digits}-_.,: €+αяあ中`]
    .filter(one => names.test(one))
    .join('');
}
