import type {Text} from '../text';
import {matchAt} from './scriptTypes';
import {readExpanding} from './shellWord';
import type {Reading, Stretch} from './shellVariables';

/** A here-document that a line announces; its text begins behind the line. */
export interface Announced {
  /** The line that ends it. */
  readonly delimiter: string;
  /** Whether variables in it stand for what they hold: no part of the delimiter is quoted. */
  readonly expands: boolean;
  /** Whether tabs at the start of a line are left out (`<<-`). */
  readonly stripsTabs: boolean;
}

/** Reads `<<EOF`, `<<-EOF` or `<<'EOF'`; undefined where none stands. */
export function announcedAt(
  source: string,
  position: number,
): {readonly announced: Announced; readonly end: number} | undefined {
  const whole = matchAt(/<<-?[ \t]*(?:'[^'\n]*'|"[^"\n]*"|\\?[^\s;|&<>()'"]+)/y, source, position);
  if (whole === '') {
    return undefined;
  }
  const word = whole.replace(/^<<-?[ \t]*/, '');
  return {
    announced: {
      delimiter: word.replace(/['"\\]/g, ''),
      expands: !/['"\\]/.test(word),
      stripsTabs: whole.startsWith('<<-'),
    },
    end: position + whole.length,
  };
}

/** The text of a here-document from the line where it begins. Without its delimiter it goes to the end, as bash has it. */
export function readHereDocument(
  reading: Reading,
  {delimiter, expands, stripsTabs}: Announced,
  start: number,
): Stretch {
  const {source} = reading;
  const lines: string[] = [];
  let position = start;
  while (position < source.length) {
    const line = matchAt(/[^\n]*\n?/y, source, position);
    position += line.length;
    const content = stripsTabs ? line.replace(/^\t+/, '') : line;
    if (content.replace(/\r?\n$/, '') === delimiter) {
      break;
    }
    lines.push(content.replace(/\r\n$/, '\n'));
  }
  const text = lines.join('');
  const read: Text = expands ? readExpanding({...reading, source: text}, 0, 'end').text : [text];
  return {text: read, end: position};
}
