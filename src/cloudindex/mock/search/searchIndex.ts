import {readText, type Files} from '../../../mock/files';
import type {Document} from '../tables';
import {passagesOf} from './passages';
import {rank, searchable, type SearchableText, type SearchMode} from './rank';

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
export type PassageSearch = (
  query: string,
  mode: SearchMode,
  documents: readonly Document[],
) => Promise<readonly Hit[]>;

interface Passage {
  readonly text: string;
  readonly searchable: SearchableText;
}

export function createPassageSearch(files: Files): PassageSearch {
  /** Files never change, so what was read of one stays true as long as its document is there. */
  const known = new Map<string, readonly Passage[]>();

  async function passages({file, name, media_type: mediaType}: Document): Promise<readonly Passage[]> {
    const found = known.get(file);
    if (found) {
      return found;
    }
    const texts = passagesOf(await readText(files, file, SEARCHED), mediaType);
    const read = texts.map(text => ({text, searchable: searchable(`${name} ${text}`)}));
    known.set(file, read);
    return read;
  }

  return async (query, mode, documents) => {
    const candidates: (Omit<Hit, 'score'> & Passage)[] = [];
    for (const document of documents) {
      const texts = await passages(document);
      texts.forEach((passage, index) => candidates.push({...passage, document, passage: index + 1}));
    }
    const scores = rank(
      query,
      candidates.map(candidate => candidate.searchable),
      mode,
    );
    return candidates
      .map(({document, passage, text}, index) => ({document, passage, text, score: scores[index] ?? 0}))
      .filter(({score}) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score);
  };
}
