/** What numbers of the document lose as JavaScript holds them; part of an operation that has such numbers. */
interface WithDigits {
  readonly digits?: {readonly [printed: string]: string};
}

/** A text that was made of numbers of the document, with all the digits that the document gives them. */
export function withDigits({digits}: WithDigits, text: string): string {
  return digits === undefined ? text : text.replace(/-?\d{16,}/g, printed => digits[printed] ?? printed);
}

/** Those of the numbers that a value prints; undefined where there are none. */
export function digitsIn(digits: NonNullable<WithDigits['digits']>, value: object): WithDigits['digits'] {
  const known = Object.entries(digits);
  if (known.length === 0) {
    return undefined;
  }
  const text = JSON.stringify(value);
  const own = known.filter(([printed]) => text.includes(printed));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}
