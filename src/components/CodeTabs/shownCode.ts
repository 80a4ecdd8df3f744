/** Browsers lay out code of this many characters quickly; longer code blocks the page for seconds at every change. */
export const MOST_SHOWN = 60_000;

/**
 * The samples of a request are in its page in every language: if each is longer than this, only a part of each is
 * shown.
 */
const MOST_TOGETHER = 24_000;

/** Each token of highlighted code is an element of the page. */
const MOST_COLOURED = 5_000;

/** How much of a sample is shown before a reader changes it. */
export interface ShownCode {
  /** Up to the end of a line if one is near. */
  readonly code: string;
  readonly isWhole: boolean;
  readonly isColoured: boolean;
}

/** How much of the samples of one request is shown; the first ones are highlighted. */
export function shownCode(samples: readonly string[]): readonly ShownCode[] {
  const lengths = samples.map(({length}) => length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const most = all > MOST_TOGETHER ? MOST_TOGETHER / samples.length : MOST_SHOWN;
  return samples.map((sample, index) => {
    const code = upToLineEnd(sample, most);
    const before = lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0);
    return {code, isWhole: code.length === sample.length, isColoured: before <= MOST_COLOURED};
  });
}

function upToLineEnd(code: string, most: number): string {
  if (code.length <= most) {
    return code;
  }
  const end = code.lastIndexOf('\n', most);
  return code.slice(0, end > most / 2 ? end : most);
}
