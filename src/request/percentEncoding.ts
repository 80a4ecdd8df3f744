import {percentDecoded} from '../api/percentDecoding';
import {messages} from '../words';

const say = messages('percentEncoding', {
  halfCharacter:
    'Contains half a character (an unpaired surrogate), which UTF-8 cannot represent. Type it again.',
});

/** What is wrong with text that is not well-formed Unicode. */
export function halfCharacter(): string {
  return say('halfCharacter');
}

/** Percent-encoding by RFC 3986 §2: everything but the unreserved characters, in UTF-8. */

/** A text that UTF-8 cannot encode: it has half of a surrogate pair. */
export class UnencodableText extends Error {
  override readonly name = 'UnencodableText';

  constructor() {
    super(halfCharacter());
  }
}

/** Encodes all but letters, digits and `-._~`. Throws {@link UnencodableText}. */
export function encodeAll(text: string): string {
  if (!text.isWellFormed()) {
    throw new UnencodableText();
  }
  return encodeURIComponent(text).replace(/[!'()*]/g, encodeAscii);
}

/**
 * Leaves reserved characters and percent-encoded triples as they are (RFC 6570 §3.2.3, `allowReserved`), except for
 * those that would end the value or the query: `#`, `&`, `+`, `[` and `]`.
 */
export function encodeButReserved(text: string): string {
  return encodeAll(text).replace(
    /%(?:25(?=[\dA-Fa-f]{2})|3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g,
    percentDecoded,
  );
}

/**
 * Encodes the characters that a URL may not contain, such as spaces, brackets, braces and letters beyond ASCII, and
 * leaves all others as they are, including percent signs. The origin is left alone: hosts have rules of their own.
 */
export function encodeForUrl(url: string, holdsOrigin = true): string {
  const origin = holdsOrigin ? (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? '') : '';
  return (
    origin +
    url
      .slice(origin.length)
      .toWellFormed()
      .replace(/[^\x21-\x7e]+|[<>"\\^`[\]{}|]+/g, encodeURIComponent)
  );
}

function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
