import type {Element, ElementContent} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toHtml} from 'hast-util-to-html';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

export interface FeedEntry {
  readonly title: string;
  readonly url: string;
  readonly date: Date;
  readonly html: string;
}

const parse = unified().use(rehypeParse);

/**
 * The entries of a built changelog: each a heading of the second level, the day it was published in `<time>`, and what
 * follows up to the next.
 * @param url the page's absolute address
 * @throws Error naming an entry without a day.
 */
export function feedEntries(html: string, url: string): readonly FeedEntry[] {
  const content = select('.theme-doc-markdown', parse.parse(html));
  const blocks = (content?.children ?? []).filter(isElement);
  const starts = blocks.flatMap((block, index) => (block.tagName === 'h2' ? [index] : []));
  return starts.map((start, index) => {
    const [heading, ...body] = blocks.slice(start, starts[index + 1]);
    const title = heading
      ? toString(heading)
          .replace(/\u200b/g, '')
          .trim()
      : '';
    const day = body.flatMap(block => select('time', block)?.properties.dateTime ?? [])[0];
    const date = new Date(String(day));
    if (Number.isNaN(date.getTime())) {
      throw new Error(
        `The entry "${title}" of the changelog has no date. Write <time dateTime="2026-01-31">31 January 2026</time> below its heading.`,
      );
    }
    return {
      title,
      url: `${url}#${String(heading?.properties.id ?? '')}`,
      date,
      html: toHtml(body.filter(block => !select('time', block)).map(block => absolute(block, url))),
    };
  });
}

/** Links that work outside the page, without what the site alone has a use for. */
function absolute(block: Element, url: string): Element {
  const copy = structuredClone(block);
  selectAll('a[href]', copy).forEach(link => {
    link.properties = {href: new URL(String(link.properties.href), url).href};
  });
  selectAll('[class]', copy).forEach(element => delete element.properties.className);
  return copy;
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
