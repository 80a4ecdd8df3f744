import {stemmer} from 'stemmer';

export type SearchMode = 'hybrid' | 'keyword' | 'semantic';

/** How much the words count against the meaning in a hybrid search. */
const KEYWORD_WEIGHT = 0.65;

/** Words that say nothing about what a text is about. */
const stopWords = new Set(
  'a an and are as at be by can do does for from has have how i in is it long many may much my of on or our that the their this to was we what when where which who why will with you your'.split(
    ' ',
  ),
);

/** A text as it is compared with queries: made once, as texts don't change. */
export interface SearchableText {
  readonly words: ReadonlySet<string>;
  readonly trigrams: Trigrams;
}

interface Trigrams {
  readonly counts: ReadonlyMap<string, number>;
  /** The length of the vector of counts. */
  readonly norm: number;
}

export function searchable(text: string): SearchableText {
  const words = wordsOf(text);
  return {words: new Set(words), trigrams: trigramsOf(words)};
}

/**
 * Scores from 0 to 1 that tell how well each text fits a query. Keyword: how much of what is rare in the query a text
 * holds. Semantic: how alike their groups of three letters are, which stands in for a vector index.
 */
export function rank(query: string, texts: readonly SearchableText[], mode: SearchMode): readonly number[] {
  const asked = searchable(query);
  const weights = [...asked.words].map(word => {
    const holding = texts.filter(({words}) => words.has(word)).length;
    return [word, Math.log(1 + (texts.length + 1) / (holding + 0.5))] as const;
  });
  const all = sum(weights.map(([, weight]) => weight));
  return texts.map(({words, trigrams}) => {
    const held = sum(weights.filter(([word]) => words.has(word)).map(([, weight]) => weight));
    const keyword = all === 0 ? 0 : held / all;
    const semantic = mode === 'keyword' ? 0 : cosine(asked.trigrams, trigrams);
    switch (mode) {
      case 'keyword':
        return rounded(keyword);
      case 'semantic':
        return rounded(semantic);
      case 'hybrid':
        return rounded(KEYWORD_WEIGHT * keyword + (1 - KEYWORD_WEIGHT) * semantic);
    }
  });
}

/** The words of a text that mean something, in lower case and by their stem, so that "policies" finds "policy". */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(word => !stopWords.has(word))
    .map(stemmer);
}

function trigramsOf(words: readonly string[]): Trigrams {
  const counts = new Map<string, number>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (let index = 0; index + 3 <= padded.length; index++) {
      const trigram = padded.slice(index, index + 3);
      counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
    }
  }
  return {counts, norm: Math.sqrt(sum([...counts.values()].map(count => count ** 2)))};
}

function cosine(a: Trigrams, b: Trigrams): number {
  const dot = sum([...a.counts].map(([key, count]) => count * (b.counts.get(key) ?? 0)));
  return dot === 0 ? 0 : dot / (a.norm * b.norm);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Four digits, and never above 1 by an error of rounding. */
function rounded(score: number): number {
  return Math.min(1, Math.round(score * 10_000) / 10_000);
}
