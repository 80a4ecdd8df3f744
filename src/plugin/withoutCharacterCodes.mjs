/**
 * Drops the table of characters at the end of the scanner of `jsonc-parser`: TypeScript has written each code where it is used,
 * and no minifier can tell that making the table does nothing else.
 */
export default function withoutCharacterCodes(source) {
  return source.replace(/^var CharacterCodes;\n\(function [^]*$/m, '');
}
