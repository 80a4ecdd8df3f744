import type {Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

/** What a page's picture says. */
export interface Card {
  readonly site: string;
  readonly title: string;
  readonly description: string;
  /** The request of an endpoint page. */
  readonly request?: {readonly method: string; readonly path: string};
}

/** The card of a built page; undefined for a page of no docs, whose picture is the site's. */
export function cardOf(document: Root, site: string): Card | undefined {
  const title = select('.theme-doc-markdown h1', document);
  if (!title) {
    return undefined;
  }
  const [method, path] = selectAll('.theme-doc-markdown pre.language-http', document)
    .map(pre => /^([A-Z]+) https?:\/\/[^/]+(\/\S*)$/.exec(toString(pre).trim()))
    .flatMap(request => request?.slice(1) ?? []);
  return {
    site,
    title: toString(title)
      .replace(/\u200b/g, '')
      .trim(),
    description: String(select('meta[name=description]', document)?.properties.content ?? ''),
    ...(method === undefined || path === undefined ? {} : {request: {method, path}}),
  };
}
