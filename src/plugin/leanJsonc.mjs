/**
 * Stands in for `jsonc-parser` in the browser: its one module holds all that it can do, so that what parses brought along what
 * formats, edits and names errors.
 */
export {format} from 'jsonc-parser/lib/esm/impl/format.js';
export {parseTree} from 'jsonc-parser/lib/esm/impl/parser.js';
// A copy of its own, as only the editor of raw JSON needs it.
export {getLocation} from 'jsonc-parser/lib/esm/impl/parser.js?location';
export {createScanner} from 'jsonc-parser/lib/esm/impl/scanner.js';

/** By their codes, which start at 1. */
const errors = [
  'InvalidSymbol',
  'InvalidNumberFormat',
  'PropertyNameExpected',
  'ValueExpected',
  'ColonExpected',
  'CommaExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'EndOfFileExpected',
  'InvalidCommentToken',
  'UnexpectedEndOfComment',
  'UnexpectedEndOfString',
  'UnexpectedEndOfNumber',
  'InvalidUnicode',
  'InvalidEscapeCharacter',
  'InvalidCharacter',
];

export function printParseErrorCode(code) {
  return errors[code - 1] ?? '<unknown ParseErrorCode>';
}
