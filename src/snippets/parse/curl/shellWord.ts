import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {joinTexts, type Text} from '../text';
import {readAnsiC} from './ansiC';
import {matchAt} from './scriptTypes';
import {readVariable, type Reading, type Stretch} from './shellVariables';
import {readTypographic} from './typographic';

const say = messages('shell', {
  openQuote: 'This quote is not closed.',
  braces: 'A shell expands {braces} into several words. Put the word in quotes.',
  bytes: 'The escapes {text} are not valid UTF-8 and cannot be sent from here.',
});

/** One word, by the quoting rules of bash, from where it starts. Throws {@link NotUnderstood}. */
export function readWord(reading: Reading, start: number): Stretch {
  const {source} = reading;
  const pieces: Text[] = [];
  // What of the word stands outside quotes; a shell looks for braces there.
  const bare: string[] = [];
  let position = start;
  // Other white space than these is part of a word.
  while (position < source.length && !/[ \t\r\n;|&<>()\u00a0]/.test(source.charAt(position))) {
    const plain = matchAt(/[^ \t\r\n;|&<>()"'$`\\\u00a0“”„‘’‚]+/y, source, position);
    bare.push(plain === '' ? 'x' : plain);
    const part = plain === '' ? readPart(reading, position, start) : undefined;
    pieces.push(part?.text ?? [plain]);
    position = part?.end ?? position + plain.length;
  }
  const [braces] = /\{[^{}]*(?:,|\.\.)[^{}]*\}/.exec(bare.join('')) ?? [];
  if (braces !== undefined) {
    throw new NotUnderstood(start, say('braces', {braces: '{…}'}));
  }
  return {text: joinTexts(pieces), end: position};
}

/** One stretch of a word that is quoted one way. */
function readPart(reading: Reading, position: number, start: number): Stretch {
  const {source} = reading;
  const character = source.charAt(position);
  if (source.startsWith("$'", position)) {
    const read = readAnsiC(source, position + 2);
    if (!read) {
      throw new NotUnderstood(position, say('openQuote'));
    }
    if (read.broken !== undefined) {
      reading.note(say('bytes', {text: read.broken}));
    }
    return {text: [read.text], end: read.end};
  }
  if (character === "'") {
    const end = source.indexOf("'", position + 1);
    if (end < 0) {
      throw new NotUnderstood(position, say('openQuote'));
    }
    return {text: [source.slice(position + 1, end)], end: end + 1};
  }
  if (character === '"' || source.startsWith('$"', position)) {
    return readDoubleQuoted(reading, position + (character === '"' ? 1 : 2));
  }
  const special =
    readVariable(reading, position, false) ??
    (position === start || source.charAt(position - 1) === '='
      ? readTypographic(reading, position)
      : undefined);
  if (special) {
    return special;
  }
  const continuation = matchAt(/\\\r?\n/y, source, position);
  return continuation !== ''
    ? {text: [], end: position + continuation.length}
    : character === '\\'
      ? {text: [source.charAt(position + 1)], end: position + 2}
      : {text: [character], end: position + 1};
}

function readDoubleQuoted(reading: Reading, start: number): Stretch {
  const read = readExpanding(reading, start, 'quoted');
  if (reading.source.charAt(read.end) !== '"') {
    throw new NotUnderstood(start - 1, say('openQuote'));
  }
  return {text: read.text, end: read.end + 1};
}

/**
 * A text in which variables stand for what they hold: within double `quoted` ends, which close it, in a here-document to
 * its `end`, or as the default of a variable, where a `word` may have quotes of its own.
 */
export function readExpanding(
  reading: Reading,
  start: number,
  within: 'quoted' | 'end' | 'word' | 'default',
): Stretch {
  const {source} = reading;
  const pieces: Text[] = [];
  let position = start;
  while (position < source.length) {
    const plain = matchAt(/[^"'\\$`]+/y, source, position);
    const character = source.charAt(position);
    if (plain !== '') {
      pieces.push([plain]);
      position += plain.length;
    } else if (character === '"' && within === 'quoted') {
      break;
    } else if (character === '"' && within === 'default') {
      position++;
    } else if (within === 'word') {
      const part = readPart(reading, position, position);
      pieces.push(part.text);
      position = part.end;
    } else {
      const escape = matchAt(
        within === 'end' ? /\\(?:\r?\n|[\\$`])/y : /\\(?:\r?\n|["\\$`])/y,
        source,
        position,
      );
      const part = escape === '' ? readVariable(reading, position, true) : undefined;
      pieces.push(part?.text ?? [escape === '' ? character : escape.endsWith('\n') ? '' : escape.slice(1)]);
      position = part?.end ?? position + Math.max(1, escape.length);
    }
  }
  return {text: joinTexts(pieces), end: position};
}
