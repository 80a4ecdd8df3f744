/** Characters of texts in Latin letters by their names in Unicode. All names would weigh more than the rest of the reader. */
const names: Readonly<Record<string, string>> = {
  BULLET: '•',
  'MIDDLE DOT': '·',
  'EN DASH': '–',
  'EM DASH': '—',
  'HORIZONTAL ELLIPSIS': '…',
  'NO-BREAK SPACE': '\u00a0',
  SPACE: ' ',
  'ZERO WIDTH SPACE': '\u200b',
  'LEFT SINGLE QUOTATION MARK': '‘',
  'RIGHT SINGLE QUOTATION MARK': '’',
  'LEFT DOUBLE QUOTATION MARK': '“',
  'RIGHT DOUBLE QUOTATION MARK': '”',
  'EURO SIGN': '€',
  'POUND SIGN': '£',
  'YEN SIGN': '¥',
  'CENT SIGN': '¢',
  'COPYRIGHT SIGN': '©',
  'REGISTERED SIGN': '®',
  'TRADE MARK SIGN': '™',
  'DEGREE SIGN': '°',
  'SECTION SIGN': '§',
  'PLUS-MINUS SIGN': '±',
  'MULTIPLICATION SIGN': '×',
  'MICRO SIGN': 'µ',
  'CHECK MARK': '✓',
  'HEAVY CHECK MARK': '✔',
  'BLACK STAR': '★',
  SNOWMAN: '☃',
  'BLACK HEART SUIT': '♥',
  'RIGHTWARDS ARROW': '→',
  'LEFTWARDS ARROW': '←',
  'LATIN SMALL LETTER SHARP S': 'ß',
  'GREEK SMALL LETTER ALPHA': 'α',
  'GREEK SMALL LETTER BETA': 'β',
  'GREEK SMALL LETTER MU': 'μ',
  'GREEK SMALL LETTER PI': 'π',
  'GREEK CAPITAL LETTER DELTA': 'Δ',
  'GREEK CAPITAL LETTER OMEGA': 'Ω',
  'GRINNING FACE': '😀',
  'PILE OF POO': '💩',
  ROCKET: '🚀',
};

const marks: Readonly<Record<string, string>> = {
  GRAVE: '\u0300',
  ACUTE: '\u0301',
  CIRCUMFLEX: '\u0302',
  TILDE: '\u0303',
  DIAERESIS: '\u0308',
  'RING ABOVE': '\u030a',
  CARON: '\u030c',
  CEDILLA: '\u0327',
};

/** The character of `\N{NAME}`; undefined where it is none of the common ones. */
export function namedCharacter(name: string): string | undefined {
  const upper = name.toUpperCase();
  const [, size, letter = '', mark = ''] =
    /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])(?: WITH (.+))?$/.exec(upper) ?? [];
  const own = Object.hasOwn(names, upper) ? names[upper] : undefined;
  const base = size === 'SMALL' ? letter.toLowerCase() : letter;
  const combining = Object.hasOwn(marks, mark) ? marks[mark] : undefined;
  return (
    own ??
    (size === undefined
      ? undefined
      : mark === ''
        ? base
        : combining === undefined
          ? undefined
          : (base + combining).normalize('NFC'))
  );
}
