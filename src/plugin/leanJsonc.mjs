/**
 * Stands in for `jsonc-parser` in the browser: its one module holds all that it can do, so that what parses brought along what
 * formats and edits.
 */
export {format} from 'jsonc-parser/lib/esm/impl/format.js';
export {getLocation, parse, parseTree} from 'jsonc-parser/lib/esm/impl/parser.js';
export {createScanner} from 'jsonc-parser/lib/esm/impl/scanner.js';
export {printParseErrorCode} from 'jsonc-parser/lib/esm/main.js';
