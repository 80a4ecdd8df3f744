import type {Element, Nodes, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';

import type {SearchEntry} from '../../siteSearch/entry';

/** Nothing that a reader looks for by its words: controls, and code, which every page of an API has alike. */
const notProse =
  'button, nav, svg, pre, summary, .hash-link, [role=tablist], [role=status], [hidden], .theme-doc-toc-mobile';

/** The sections of a built page, and the rows of its tables; none for a page that search engines are to leave out. */
export function pageSections(document: Root, url: string): readonly SearchEntry[] {
  const content = select('.theme-doc-markdown', document);
  if (!content || select('meta[name=robots][content*=noindex]', document)) {
    return [];
  }
  const page = textOf(select('h1', content) ?? select('title', document) ?? content);
  const tree: Root = {type: 'root', children: [content]};
  const unwanted = new Set<Nodes>(selectAll(notProse, tree));
  const sections: Section[] = [{title: page, anchor: '', text: [], rows: []}];
  visit(tree, (node, _, parent) => {
    if (node.type !== 'element') {
      return undefined;
    }
    if (unwanted.has(node)) {
      return SKIP;
    }
    const section = sections.at(-1);
    if (/^h[2-4]$/.test(node.tagName)) {
      const anchor = node.properties.id;
      sections.push({
        title: textOf(node),
        anchor: anchor === undefined ? '' : `#${String(anchor)}`,
        text: [],
        rows: [],
      });
      return SKIP;
    }
    if (node.tagName === 'table') {
      section?.rows.push(...selectAll('tbody tr', node));
      return SKIP;
    }
    if (isField(node) || isError(node)) {
      section?.rows.push(node);
      return undefined;
    }
    if (node.tagName === 'p' && (isField(parent) || isError(parent))) {
      return SKIP;
    }
    if (/^(?:p|li|dd|dt|blockquote)$/.test(node.tagName)) {
      section?.text.push(textOf(node));
      return SKIP;
    }
    return undefined;
  });
  return sections.flatMap(section => entriesOf(section, page, url));
}

interface Section {
  readonly title: string;
  readonly anchor: string;
  readonly text: string[];
  /** Rows of tables, fields of lists, and errors. */
  readonly rows: Element[];
}

function entriesOf({title, anchor, text, rows}: Section, page: string, url: string): readonly SearchEntry[] {
  const at = url + anchor;
  return [
    ...(text.length === 0 && anchor !== ''
      ? []
      : [{kind: 'section' as const, url: at, page, title, text: text.join(' ')}]),
    ...rows.map((row): SearchEntry => {
      const [name, ...cells] = textsOf(row);
      const own = row.properties.id;
      return {
        kind: isField(row) ? 'field' : 'row',
        url: own === undefined ? at : `${url}#${String(own)}`,
        page,
        title: name ?? '',
        text: [title, ...cells].filter(cell => cell !== '').join(': '),
      };
    }),
  ];
}

/** A line of a list of parameters, headers or fields. */
function isField(node: Nodes | undefined): boolean {
  return hasClass(node, 'field') && node?.type === 'element' && node.tagName === 'li';
}

/** An error of an operation: its status and what it means, on one line. */
function isError(node: Nodes | undefined): boolean {
  return (
    hasClass(node, 'status') && node?.type === 'element' && /^status-[45]/u.test(String(node.properties.id))
  );
}

function hasClass(node: Nodes | undefined, name: string): boolean {
  return node?.type === 'element' && [node.properties.className].flat().includes(name);
}

/** What names a line, and what else it says. */
function textsOf(row: Element): string[] {
  if (isField(row)) {
    return fieldTexts(row);
  }
  const line = isError(row) ? select('p', row) : undefined;
  if (line) {
    const status = textOf(select('code', line) ?? line);
    return [status, textOf(line).slice(status.length).trim()];
  }
  return selectAll('td', row).map(textOf);
}

/** The name of a field and what is said of it, without the fields inside it. */
function fieldTexts(field: Element): string[] {
  const paragraphs = selectAll(':scope > p', field);
  const name = paragraphs[0] && select('code', paragraphs[0]);
  return [name ? textOf(name) : '', ...paragraphs.slice(1).map(textOf)];
}

function textOf(node: Element): string {
  const copy = structuredClone(node);
  const unwanted = new Set<Nodes>(selectAll(notProse, copy));
  visit(copy, (child, index, parent) => {
    if (unwanted.has(child) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
  return toString(copy)
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}
