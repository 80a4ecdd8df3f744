import type {Element, ElementContent, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

import {twinAddress} from '../../pageFiles/addresses';

/** A page of the built site as text alone can show it. */
export interface MarkdownPage {
  readonly title: string;
  readonly description: string;
  /** Markdown with tables (GFM). */
  readonly markdown: string;
}

interface Site {
  readonly url: string;
  readonly baseUrl: string;
}

const write = unified()
  .use(rehypeRemark)
  .use(remarkGfm, {tablePipeAlign: false})
  .use(remarkStringify, {bullet: '-', fence: '`', rule: '-', resourceLink: true});

/** Plain text in a line of Markdown: no link, no markup and no second line comes of what it holds. */
export function asMarkdown(text: string): string {
  const value = text.replace(/\s+/g, ' ').trim();
  return write
    .stringify({type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value}]}]})
    .trim();
}

/** What only a screen or a hand needs. */
const notText =
  '[data-needs-script], button, nav, svg, .hash-link, [role=tablist], [role=status], [hidden], .theme-doc-toc-mobile';

/**
 * The page's content as Markdown, taken from its HTML, so that it says what the page says; undefined for a page that has
 * none. Links within the site lead to the other pages' Markdown.
 */
export async function pageToMarkdown(document: Root, site: Site): Promise<MarkdownPage | undefined> {
  const found = select('.theme-doc-markdown', document) ?? select('main', document);
  if (!found || select('meta[name=robots][content*=noindex]', document)) {
    return undefined;
  }
  const title = select('.theme-doc-markdown h1', document) ?? select('title', document) ?? found;
  const content = structuredClone(found);
  const tree: Root = {type: 'root', children: [content]};
  removeControls(tree);
  selectAll('table', tree).forEach(removeEmptyColumns);
  selectAll('[role=tabpanel]', tree).forEach(labelPanel);
  selectAll('pre', tree).forEach(plainCode);
  selectAll('a[href^="/"]', tree).forEach(link => {
    link.properties.href = twinUrl(String(link.properties.href), site);
  });
  const markdown = write.stringify(await write.run(tree));
  return {
    title: toString(title).trim(),
    description: String(select('meta[name=description]', document)?.properties.content ?? ''),
    markdown,
  };
}

function twinUrl(href: string, {url, baseUrl}: Site): string {
  const {pathname, hash} = new URL(href, url);
  const isPage = !/\.\w+$/.test(pathname);
  return url + (isPage ? twinAddress(pathname, baseUrl) : pathname) + hash;
}

function removeControls(tree: Root): void {
  const unwanted = new Set(selectAll(notText, tree));
  visit(tree, (node, index, parent) => {
    const isUnwanted = node.type === 'comment' || (node.type === 'element' && unwanted.has(node));
    if (isUnwanted && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
}

/** Columns that held buttons alone have nothing to say any more. */
function removeEmptyColumns(table: Element): void {
  const rows = selectAll('tr', table).map(row => row.children.filter(isCell));
  const [head = [], ...body] = rows;
  const empty = head
    .map((_, index) => index)
    .filter(index => body.every(cells => textOf(cells[index]) === ''));
  selectAll('tr', table).forEach((row, index) => {
    const unwanted = new Set<ElementContent | undefined>(empty.map(column => rows[index]?.[column]));
    row.children = row.children.filter(child => !unwanted.has(child));
  });
}

function textOf(cell: Element | undefined): string {
  return cell ? toString(cell).trim() : '';
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

/** A sample stands under its label, and its fence names the language. */
function labelPanel(panel: Element): void {
  const label = String(panel.properties.dataLabel ?? '');
  const language = panel.properties.dataLanguage;
  const pre = select('pre', panel);
  if (pre && language !== undefined) {
    pre.properties.className = [`language-${String(language)}`];
  }
  panel.children.unshift({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{type: 'text', value: `${label}:`}],
  });
}

/** Highlighted code as its text. */
function plainCode(pre: Element): void {
  const lines = selectAll('.token-line', pre).map(line => toString(line).replace(/\n$/, ''));
  const value = lines.length > 0 ? lines.join('\n') : toString(pre);
  const language = [pre.properties.className ?? []]
    .flat()
    .map(String)
    .find(name => name.startsWith('language-'));
  pre.children = [
    {
      type: 'element',
      tagName: 'code',
      properties: language === undefined ? {} : {className: [language]},
      children: [{type: 'text', value}],
    },
  ];
}
