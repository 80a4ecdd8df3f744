import {readText, type Files} from '../files';
import type {Document} from '../tables';
import {passagesOf} from './passages';
import {rank, type SearchMode} from './rank';

export interface Hit {
  readonly document: Document;
  /** From 1. */
  readonly passage: number;
  readonly text: string;
  readonly score: number;
}

/** How much of a document is searched, in bytes. */
const SEARCHED = 64_000;

/** Below this score a passage has nothing to do with the query. */
const LEAST_SCORE = 0.08;

/** Finds the passages of documents that fit a query, best first. */
export type Search = (
  query: string,
  mode: SearchMode,
  documents: readonly Document[],
) => Promise<readonly Hit[]>;

export function createSearch(files: Files): Search {
  /** Files never change, so what was read of one stays true as long as its document is there. */
  const known = new Map<string, readonly string[]>();

  async function passages({file, media_type: mediaType}: Document): Promise<readonly string[]> {
    const found = known.get(file) ?? passagesOf(await readText(files, file, SEARCHED), mediaType);
    known.set(file, found);
    return found;
  }

  return async (query, mode, documents) => {
    const candidates: Omit<Hit, 'score'>[] = [];
    for (const document of documents) {
      const texts = await passages(document);
      texts.forEach((text, index) => candidates.push({document, passage: index + 1, text}));
    }
    const scores = rank(
      query,
      candidates.map(({document, text}) => `${document.name} ${text}`),
      mode,
    );
    return candidates
      .map((candidate, index) => ({...candidate, score: scores[index] ?? 0}))
      .filter(({score}) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score);
  };
}
