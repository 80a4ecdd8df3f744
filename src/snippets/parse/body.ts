import {strictlyDecoded} from '../../api/percentDecoding';
import type {Body, FileReference, HeaderField} from '../../request/apiRequest';
import {bodyKind} from '../../request/mediaTypes';

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

/** Whether a file is known by its name alone: code named it, and nobody picked it here. */
export function isNamedInCode({id}: FileReference): boolean {
  return id.startsWith(DISK);
}
