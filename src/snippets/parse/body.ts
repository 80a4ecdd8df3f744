import {strictlyDecoded} from '../../api/percentDecoding';
import type {Body, FileReference, HeaderField} from '../../request/apiRequest';
import {bodyKind} from '../../request/mediaTypes';
import {messages} from '../../words';
import {NotUnderstood} from './notUnderstood';
import {knownText} from './text';
import type {Value} from './value';

type TextValue = Extract<Value, {readonly type: 'text'}>;

const say = messages('codeFile', {
  written:
    'The content of the file {name} is written in the code. Save it to the disk, and let the code read it from there.',
});

/** A body of text by its media type. A form is taken apart where putting it together again gives the same text. */
export function textBody(text: string, mediaType: string): Body {
  switch (bodyKind(mediaType)) {
    case 'json':
      return {type: 'json', mediaType, text};
    case 'form': {
      const fields = formFields(text);
      return fields ? {type: 'form', mediaType, fields} : {type: 'text', mediaType, text};
    }
    default:
      return {type: 'text', mediaType, text};
  }
}

/** The body of a text; JSON that the code makes is laid out to be read. */
export function bodyOfText({text, indented}: TextValue, mediaType: string): Body {
  return textBody(
    bodyKind(mediaType) === 'json' && indented !== undefined ? indented : knownText(text),
    mediaType,
  );
}

function formFields(text: string): readonly HeaderField[] | undefined {
  const form = new URLSearchParams(text);
  // A difference in how it is encoded is none that a server sees; a lost character is.
  const exact = form.toString() === text || decodesAlike(text, form.toString());
  return exact ? [...form].map(([name, value]) => ({name, value})) : undefined;
}

function decodesAlike(one: string, other: string): boolean {
  const pairs = one.split('&');
  const others = other.split('&');
  return (
    pairs.length === others.length &&
    pairs.every((pair, index) => pair.includes('=') && decodedPair(pair) === decodedPair(others[index] ?? ''))
  );
}

function decodedPair(pair: string): string | undefined {
  return strictlyDecoded(pair.replaceAll('+', '%20'));
}

const DISK = 'disk:';

/**
 * A file that the code reads from the disk, and the name it is sent under where that is another; the reader picks it again
 * in the page.
 */
export function fileNamed(path: string, name = path): FileReference {
  return {id: DISK + name, name, ...(name === path ? {} : {path})};
}

/** The last part of a path, which clients send as the name of a file. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What is said where the code holds what would stand in a file: a form can only refer to one. */
export function writtenFile(at: number, name: string): NotUnderstood {
  return new NotUnderstood(at, say('written', {name}));
}

/** Whether a file is known by its name alone: code named it, and nobody picked it here. */
export function isNamedInCode({id}: FileReference): boolean {
  return id.startsWith(DISK);
}
