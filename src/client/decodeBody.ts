import {charsetOf, isText, mediaTypeEssence} from '../api/http/mediaType';

/**
 * The text of a body, or undefined if it is not text. The media type decides, with its charset or UTF-8; without a
 * media type the bytes do: they are text if they are valid UTF-8 without NUL.
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

/** An unknown charset is read as UTF-8: some wrong letters are better than no text. */
function decoderFor(contentType: string): TextDecoder {
  try {
    return new TextDecoder(charsetOf(contentType) ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
