/** Base64 (RFC 4648 §4) of the UTF-8 bytes of a text, as Basic authentication has it (RFC 7617 §2.1). */
export function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}

/** The text of Base64; bytes that are no UTF-8 are taken for Latin-1, as old clients send it. Undefined when it is no Base64. */
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
