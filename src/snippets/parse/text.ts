/** A text of which parts may be secrets that code reads from the environment. */
export type Text = readonly (string | Secret)[];

/** A secret by the variable it is read from; `fallback` is the value that the code names for want of the variable, if any. */
export interface Secret {
  /** The name of the variable; in brackets the command whose output would stand there: `(date)`. */
  readonly env: string;
  readonly fallback?: string;
  /** How the code encodes the value before it stands in the text. */
  readonly encoding?: 'base64' | 'percent';
}

/** A text with neighbouring strings joined, so that two texts that say the same are equal. */
export function joinText(...texts: readonly Text[]): Text {
  return joinTexts(texts);
}

/** The same of many texts, of which there may be more than a call takes arguments. */
export function joinTexts(texts: readonly Text[]): Text {
  const joined: (string | Secret)[] = [];
  for (const text of texts) {
    for (const piece of text) {
      const last = joined.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') {
        joined[joined.length - 1] = last + piece;
      } else if (piece !== '') {
        joined.push(piece);
      }
    }
  }
  return joined;
}

/** The parts of a text between separators; what a secret holds is not looked into. */
export function splitText(text: Text, separator: string): readonly Text[] {
  const parts: (string | Secret)[][] = [[]];
  for (const piece of text) {
    const [first = piece, ...rest] = typeof piece === 'string' ? piece.split(separator) : [];
    parts.at(-1)?.push(first);
    for (const part of rest) {
      parts.push([part]);
    }
  }
  return parts.map(part => joinText(part));
}

/** Texts with a separator between them. */
export function listText(texts: readonly Text[], separator: string): Text {
  return joinTexts(texts.flatMap((text, index) => (index === 0 ? [text] : [[separator], text])));
}

/** The text, or undefined when a part of it is a secret. */
export function plainText(text: Text): string | undefined {
  return text.every(piece => typeof piece === 'string') ? text.join('') : undefined;
}

/** The secret that is the whole of a text after a prefix, and that prefix; undefined when it is anything else. */
export function trailingSecret(text: Text): {readonly prefix: string; readonly secret: Secret} | undefined {
  const secret = text.at(-1);
  const prefix = plainText(text.slice(0, -1));
  return secret === undefined || typeof secret === 'string' || prefix === undefined
    ? undefined
    : {prefix, secret};
}

/** The text with what is known of its secrets. Of which nothing is known, the variable stands in it by name: `$NAME`. */
export function knownText(text: Text): string {
  return text.map(piece => (typeof piece === 'string' ? piece : (piece.fallback ?? standIn(piece)))).join('');
}

function standIn({env, encoding}: Secret): string {
  return encoding === 'percent' ? encodeURIComponent(`$${env}`) : `$${env}`;
}

/** The variables of a text whose values are not known. */
export function unknownVariables(text: Text): readonly string[] {
  return text.flatMap(piece =>
    typeof piece === 'string' || piece.fallback !== undefined ? [] : [piece.env],
  );
}
