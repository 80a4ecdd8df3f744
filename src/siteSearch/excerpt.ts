/** A stretch of an excerpt; `found` if it is a match. */
export interface ExcerptPart {
  readonly words: string;
  readonly found: boolean;
}

const LENGTH = 140;

/** The part of a text around the first match of a query, with the matches marked. */
export function excerpt(text: string, query: string): readonly ExcerptPart[] {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2);
  if (words.length === 0) {
    return [{words: clipped(text, 0), found: false}];
  }
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu');
  const first = text.search(pattern);
  return clipped(text, Math.max(0, first))
    .split(pattern)
    .map((part, index) => ({words: part, found: index % 2 === 1}))
    .filter(part => part.words !== '');
}

/** Starts a little before an offset; both ends are at words. */
function clipped(text: string, place: number): string {
  const start = place < LENGTH / 2 ? 0 : text.indexOf(' ', place - LENGTH / 3) + 1;
  if (text.length - start <= LENGTH) {
    return `${start > 0 ? '… ' : ''}${text.slice(start)}`;
  }
  const end = text.lastIndexOf(' ', start + LENGTH);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end > start ? end : start + LENGTH)} …`;
}
