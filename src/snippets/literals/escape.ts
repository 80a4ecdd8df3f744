/** Characters that are not safe to show as they are in source code: controls, separators, halves of pairs, bidi marks. */
const unprintable =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Printable ASCII and line feeds: what nearly every text is made of, and quick to tell. */
const plain = /^[\n\x20-\x7e]*$/;

/** Replaces each unprintable character by what the language writes for its UTF-16 code unit. */
export function escapeUnprintable(
  text: string,
  write: (codeUnit: number, character: string) => string,
): string {
  return text.replace(unprintable, character => write(character.charCodeAt(0), character));
}

/** Whether a text has a character that source code should not show as it is, line feeds aside. */
export function hasUnprintable(text: string): boolean {
  return !plain.test(text) && text.replaceAll('\n', '').search(unprintable) !== -1;
}

/** Whether a text stands between double quotes as it is, in any of the languages but the shell's. */
export function needsNoEscape(text: string): boolean {
  return /^[ !#-[\]-~]*$/.test(text);
}

/** A code unit in hexadecimal, padded to a number of digits. */
export function hex(codeUnit: number, digits: number): string {
  return codeUnit.toString(16).padStart(digits, '0');
}

/** The quote that a text holds less often; double quotes when it makes no difference. */
export function fewerEscapes(text: string): '"' | "'" {
  return text.split('"').length > text.split("'").length ? "'" : '"';
}
