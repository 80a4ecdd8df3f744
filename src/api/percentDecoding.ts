/**
 * Percent-decoding of what anybody may have written: a URL, a fragment, a pointer, pasted code. JavaScript's own function
 * throws at the first octets that are no UTF-8, so a lint rule keeps it in here.
 */

/** What is no percent-encoding of UTF-8 stands for itself, as in the URL Standard (§1.3): `100%` is `100%`. */
export function percentDecoded(text: string): string {
  return text.replace(encodedCharacter, encoded => strictlyDecoded(encoded) ?? encoded);
}

/** Undefined where something is no percent-encoding of UTF-8. */
export function strictlyDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A URL, or a part of one, with `%` escaped wherever what follows is no percent-encoding of UTF-8. */
export function wellFormed(url: string): string {
  return strictlyDecoded(url) === undefined
    ? url.replace(/(?:%[\da-f]{2})+|%/gi, run =>
        strictlyDecoded(run) === undefined ? run.replaceAll('%', '%25') : run,
      )
    : url;
}

/** The octets of one character, by how many the first of them announces (RFC 3629 §3). */
const encodedCharacter =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi;
