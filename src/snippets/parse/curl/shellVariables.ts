import {encodeBase64} from '../../../request/base64';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {knownText, unknownVariables, type Text} from '../text';
import {announcedAt, readHereDocument} from './hereDocument';
import {matchAt} from './scriptTypes';
import {closingAt} from './shellBrackets';
import {readExpanding, readWord} from './shellWord';

const say = messages('shellVariables', {
  open: '{opening} is not closed.',
  array: 'The elements of the array {name} are unknown here. Write them out.',
});

/** A text, and what variables hold where it stands. */
export interface Reading {
  readonly source: string;
  readonly variables: ReadonlyMap<string, Text>;
  /** Takes a sentence for the reader of the code. */
  readonly note: (sentence: string) => void;
}

/** A stretch of a text, and where it ends. */
export interface Stretch {
  readonly text: Text;
  readonly end: number;
}

/** A variable, or a command whose output would stand there; undefined where there is neither. Throws {@link NotUnderstood}. */
export function readVariable(reading: Reading, position: number, quoted: boolean): Stretch | undefined {
  const {source, variables} = reading;
  if (source.charAt(position) === '`') {
    const command = matchAt(/`(?:\\[\s\S]|[^`\\])*/y, source, position);
    const end = position + command.length;
    if (source.charAt(end) !== '`') {
      throw new NotUnderstood(position, say('open', {opening: '`'}));
    }
    return {text: [{env: `(${command.slice(1)})`}], end: end + 1};
  }
  const document = substituted(reading, position);
  if (document) {
    return document;
  }
  const encoded = encodedBy(reading, position);
  if (encoded) {
    return encoded;
  }
  if (source.startsWith('$(', position)) {
    const end = closed(source, position, ')', quoted);
    return {text: [{env: `(${source.slice(position + 2, end)})`}], end: end + 1};
  }
  if (source.startsWith('${', position)) {
    const end = closed(source, position, '}', quoted);
    return {
      text: braced({...reading, source: source.slice(position + 2, end)}, position, quoted),
      end: end + 1,
    };
  }
  const name = matchAt(/\$(?:[A-Za-z_]\w*|[\d@*#?!$-])/y, source, position).slice(1);
  return name === ''
    ? undefined
    : {text: variables.get(name) ?? [{env: name}], end: position + 1 + name.length};
}

/** `$(cat <<'EOF' … )`: the here-document without its last line end. */
function substituted(reading: Reading, position: number): Stretch | undefined {
  const {source} = reading;
  const start = matchAt(/\$\([ \t]*cat[ \t]*/y, source, position);
  const found = start === '' ? undefined : announcedAt(source, position + start.length);
  const lineEnd = found ? matchAt(/[ \t]*\r?\n/y, source, found.end) : '';
  if (!found || lineEnd === '') {
    return undefined;
  }
  const {text, end} = readHereDocument(reading, found.announced, found.end + lineEnd.length);
  const close = matchAt(/\s*\)/y, source, end);
  return close === '' ? undefined : {text: withoutLineEnds(text), end: end + close.length};
}

/** `$(echo -n 'user:password' | base64)`; `echo` alone puts a line end behind the text. */
function encodedBy(reading: Reading, position: number): Stretch | undefined {
  const {source} = reading;
  const start = matchAt(
    /\$\([ \t]*(?:echo|printf)[ \t]+(?:-n[ \t]+|["']?%s["']?[ \t]+)?(?=["'\w])/y,
    source,
    position,
  );
  if (start === '') {
    return undefined;
  }
  const {text, end} = readWord(reading, position + start.length);
  const rest = matchAt(/[ \t]*\|[ \t]*base64(?:[ \t]+(?:-w ?0|--wrap=0))?[ \t]*\)/y, source, end);
  const plain = knownText(text);
  const isPlain = unknownVariables(text).length === 0 && (/-n|%s/.test(start) || !/[\\%]/.test(plain));
  const lineEnd = /echo/.test(start) && !/-n/.test(start) ? '\n' : '';
  return rest === '' || !isPlain
    ? undefined
    : {text: [encodeBase64(plain + lineEnd)], end: end + rest.length};
}

function withoutLineEnds(text: Text): Text {
  return text.map((piece, index) =>
    typeof piece === 'string' && index === text.length - 1 ? piece.replace(/\n+$/, '') : piece,
  );
}

function closed(source: string, position: number, closing: ')' | '}', quoted: boolean): number {
  const end = closingAt(source, position + 2, closing, quoted && closing === '}');
  if (end === undefined) {
    throw new NotUnderstood(position, say('open', {opening: source.slice(position, position + 2)}));
  }
  return end;
}

/** What stands between the braces of `${…}`: a name, and what is to be taken for want of a value. */
function braced(reading: Reading, position: number, quoted: boolean): Text {
  const {source, variables} = reading;
  const [, name = '', operator = '', given = ''] =
    /^([A-Za-z_]\w*|[\d@*#?!$-]+)(?:(:?[-=?])([\s\S]*))?$/.exec(source) ?? [];
  const [, array] = /^(\w+)\[[@*]\]$/.exec(source) ?? [];
  if (array !== undefined) {
    throw new NotUnderstood(position, say('array', {name: array}));
  }
  const known = variables.get(name);
  if (known) {
    return known;
  }
  // Of other operators, such as ${name%/}, the outcome is not known.
  const env = name || (/[A-Za-z_]\w*/.exec(source)?.[0] ?? source);
  if (!/[-=]$/.test(operator)) {
    return [{env}];
  }
  const fallback = readExpanding({...reading, source: given}, 0, quoted ? 'default' : 'word').text;
  return [unknownVariables(fallback).length > 0 ? {env} : {env, fallback: knownText(fallback)}];
}
