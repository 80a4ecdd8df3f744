import {member} from '../../../api/json';
import type {Answer} from '../../../mock/answer';
import {jsonBody, type HandlerContext, type Handlers} from '../../../mock/handler';
import {wordsOf, type SearchMode} from '../search/rank';
import type {Hit, PassageSearch} from '../search/searchIndex';
import type {Document, Tables} from '../tables';
import {statusAt} from './documents';
import {fieldText, textList} from './fields';

const DEFAULT_LIMIT = 10;
const MODES: readonly SearchMode[] = ['hybrid', 'keyword', 'semantic'];

/** The rules of the search, by operation id. */
export function searchHandlers({documents}: Tables, search: PassageSearch): Handlers {
  async function searchDocuments(context: HandlerContext): Promise<Answer> {
    const body = jsonBody(context);
    const {query = ''} = fieldText(body, 'query');
    const mode = MODES.find(name => name === member(body, 'mode')) ?? 'hybrid';
    const options = member(body, 'options');
    const filters = member(body, 'filters');
    const leastScore = Number(member(options, 'min_score') ?? 0);
    const searched = readyDocuments(documents, context.nowMs).filter(document => fits(document, filters));
    const hits = (await search(query, mode, searched)).filter(({score}) => score >= leastScore);
    const limit = Number(member(body, 'limit') ?? DEFAULT_LIMIT);
    const marked = member(options, 'highlight') === true ? new Set(wordsOf(query)) : undefined;
    return {
      status: 200,
      json: {data: hits.slice(0, limit).map(hit => resultJson(hit, marked)), total: hits.length},
    };
  }

  return {searchDocuments};
}

/** The documents that can be searched at a time. */
export function readyDocuments(documents: Tables['documents'], nowMs: number): readonly Document[] {
  return [...documents.rows()].map(({row}) => row).filter(row => statusAt(row, nowMs) === 'ready');
}

function fits(document: Document, filters: unknown): boolean {
  const among = (name: string, value: string): boolean => {
    const allowed = member(filters, name);
    return allowed === undefined || textList(allowed).includes(value);
  };
  const after = member(filters, 'created_after');
  return (
    among('collections', document.collection) &&
    among('document_ids', document.id) &&
    among('media_types', document.media_type) &&
    (typeof after !== 'string' || document.created_ms > Date.parse(after))
  );
}

function resultJson({document, passage, text, score}: Hit, marked: ReadonlySet<string> | undefined) {
  return {
    document_id: document.id,
    document_name: document.name,
    collection: document.collection,
    passage,
    text: marked ? highlight(text, marked) : text,
    score,
  };
}

/** The text with every word that was asked for between `**`. */
function highlight(text: string, asked: ReadonlySet<string>): string {
  return text.replace(/[\p{L}\p{N}]+/gu, word =>
    wordsOf(word).some(stem => asked.has(stem)) ? `**${word}**` : word,
  );
}
