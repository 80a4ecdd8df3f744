import {charsetOf, isText, mediaTypeEssence} from '../api/http/mediaType';

/**
 * The text of a body, or undefined when it is not text. The media type decides, by its charset or else UTF-8; without one
 * the bytes do: text when they are valid UTF-8 and hold no NUL.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const essence = mediaTypeEssence(contentType ?? '');
  if (essence === '') {
    return decodeIfUtf8(bytes);
  }
  return isText(essence) ? decoderFor(contentType ?? '').decode(bytes) : undefined;
}

function decodeIfUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A charset that nobody knows is read as UTF-8: wrong letters tell more than no text. */
function decoderFor(contentType: string): TextDecoder {
  try {
    return new TextDecoder(charsetOf(contentType) ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
