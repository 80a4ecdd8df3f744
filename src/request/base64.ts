/** Base64 (RFC 4648 §4) of the UTF-8 bytes of a text, as for Basic authentication (RFC 7617 §2.1). */
export function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}

/**
 * The text in Base64; bytes that are not UTF-8 are read as Latin-1, which old clients send. Undefined if it is not
 * Base64.
 */
export function decodeBase64(encoded: string): string | undefined {
  let bytes: string;
  try {
    bytes = atob(encoded);
  } catch {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      Uint8Array.from(bytes, byte => byte.charCodeAt(0)),
    );
  } catch {
    return bytes;
  }
}
