import type {Citation} from '../tables';
import {sentencesOf} from './passages';
import {rank, searchable} from './rank';
import type {Hit} from './searchIndex';

export interface ComposedAnswer {
  readonly content: string;
  readonly citations: readonly Citation[];
}

/** A passage below this share of the best score is left out of an answer. */
const RELEVANT = 0.6;

/** An answer that quotes the best sentence of each document that fits, marked `[1]`, `[2]` … */
export function composeAnswer(query: string, hits: readonly Hit[], most: number): ComposedAnswer {
  const best = hits[0]?.score ?? 0;
  const chosen = hits
    .filter(({score}) => score >= best * RELEVANT)
    .filter((hit, index, all) => all.findIndex(({document}) => document.id === hit.document.id) === index)
    .slice(0, Math.max(1, most));
  if (chosen.length === 0) {
    return {
      content: 'Your documents do not say anything about this. Upload one that does, then ask again.',
      citations: [],
    };
  }
  const citations = chosen.map(({document, text}) => ({
    document_id: document.id,
    document_name: document.name,
    quote: bestSentence(query, text),
  }));
  const marked = citations.map(({quote}, index) =>
    most === 0 ? quote : quote.replace(/([.!?]?)$/, ` [${index + 1}]$1`),
  );
  return {content: marked.join(' '), citations: citations.slice(0, most)};
}

function bestSentence(query: string, passage: string): string {
  const all = sentencesOf(passage);
  const statements = all.filter(sentence => !/[?:]$/.test(sentence));
  const sentences = statements.length > 0 ? statements : all;
  const scores = rank(query, sentences.map(searchable), 'hybrid');
  return sentences[scores.indexOf(Math.max(...scores))] ?? passage;
}

/** The pieces in which a text is streamed: a few words each. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/(?:\S+\s*){1,3}/g) ?? [];
}
