/** No longer word stands in code that anybody wrote. */
const LONGEST_WORD = 2000;

/** A string, closed or not up to the end of its line; a word; or what stands between. Each character is consumed once. */
const piece = /(["'`])(?:\\[^]|(?!\1)[^\\\n])*(\1)?|([\w$\xA0-\uFFFF]+)|[^\w$"'`\xA0-\uFFFF]+/g;

/**
 * Whether a word of thousands of characters stands outside of closed strings, as it does where a long string is cut or its
 * quote is missing. Prism's grammar of JavaScript looks ahead from each of its characters, which takes many seconds.
 */
export function hasEndlessWord(code: string): boolean {
  if (code.length <= LONGEST_WORD) {
    return false;
  }
  for (const [text, opening, closing, word] of code.matchAll(piece)) {
    const isOpenString = opening !== undefined && closing === undefined;
    if (text.length > LONGEST_WORD && (isOpenString || word !== undefined)) {
      return true;
    }
  }
  return false;
}
