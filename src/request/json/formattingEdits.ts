import {format, type Edit} from 'jsonc-parser';

/** The edits that format a JSON text, two spaces a level; digits and comments stay as they are. */
export function formattingEdits(text: string): readonly Edit[] {
  return format(text, undefined, {tabSize: 2, insertSpaces: true, eol: '\n'});
}
