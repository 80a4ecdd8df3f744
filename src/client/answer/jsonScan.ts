/** The index of the first character that is no white space (RFC 8259 §2). */
export function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
      return at;
    }
    at += 1;
  }
}

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordForm = /true|false|null/y;

/** The index after a string, number or word; -1 when none starts here. */
export function endOfScalar(text: string, start: number): number {
  if (text[start] === '"') {
    return endOfString(text, start);
  }
  const form = /[-\d]/.test(text.charAt(start)) ? numberForm : wordForm;
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : -1;
}

/** The index after the closing quote; -1 when no whole string starts here. */
export function endOfString(text: string, start: number): number {
  if (text[start] !== '"') {
    return -1;
  }
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      return at + 1;
    }
    if (code < 0x20) {
      return -1;
    }
    if (code === 0x5c) {
      at = endOfEscape(text, at + 1);
      if (at < 0) {
        return -1;
      }
    }
  }
  return -1;
}

/** The index of the last character of an escape sequence that continues at `start`; -1 if it is malformed. */
function endOfEscape(text: string, start: number): number {
  if (text[start] === 'u') {
    return /^[0-9a-fA-F]{4}$/.test(text.slice(start + 1, start + 5)) ? start + 4 : -1;
  }
  return '"\\/bfnrt'.includes(text[start] ?? '?') ? start : -1;
}
