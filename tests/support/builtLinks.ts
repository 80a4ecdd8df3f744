import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Root} from 'hast';
import {selectAll} from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';

const ORIGIN = 'https://docs.cloudindex.com';

/** The files that a build wrote, and their broken links. */
export interface BuiltLinks {
  readonly pages: readonly string[];
  /** Pages in Markdown, indexes, feeds and sitemaps. */
  readonly texts: readonly string[];
  readonly faultsOfPages: () => string[];
  readonly faultsOfTexts: () => string[];
}

/** @param root - The folder that a host serves at `/`; a site below another path is in a folder of that name. */
export function builtLinks(root: string): BuiltLinks {
  const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(
    file => !file.startsWith('fixtures'),
  );
  const sections = new Map<string, ReadonlySet<string>>();
  const pages = files.filter(file => file.endsWith('.html'));
  const texts = files.filter(file => /\.(?:md|txt|rss|atom|xml)$/.test(file));

  function parsed(file: string): Root {
    return unified()
      .use(rehypeParse)
      .parse(readFileSync(join(root, file), 'utf8'));
  }

  /** The ids on a page. */
  function sectionsOf(file: string): ReadonlySet<string> {
    const ids =
      sections.get(file) ??
      new Set(selectAll('[id]', parsed(file)).map(({properties}) => String(properties.id)));
    sections.set(file, ids);
    return ids;
  }

  /** The file of the build for a path of the site. */
  function fileOf(path: string): string | undefined {
    return [path, join(path, 'index.html'), `${path}.html`]
      .map(candidate => candidate.replace(/^\//, ''))
      .find(candidate => /\.\w+$/.test(candidate) && existsSync(join(root, candidate)));
  }

  /** What is wrong with an address; undefined if it works, or leads to another site. */
  function fault(address: string, from: string): string | undefined {
    const url = new URL(address, `${ORIGIN}/${from}`);
    if (url.origin !== ORIGIN) {
      return undefined;
    }
    const file = fileOf(decodeURIComponent(url.pathname));
    if (file === undefined) {
      return `${from}: there is nothing at ${address}`;
    }
    const anchor = decodeURIComponent(url.hash.slice(1));
    // A Markdown file has the sections of its page.
    const page = file.endsWith('.md') ? fileOf(`/${file.replace(/(index)?\.md$/, '')}`) : file;
    const isThere = anchor === '' || !page?.endsWith('.html') || sectionsOf(page).has(anchor);
    return isThere ? undefined : `${from}: ${page} has no #${anchor}`;
  }

  return {
    pages,
    texts,
    faultsOfPages: () =>
      pages.flatMap(page =>
        selectAll('[href], [src], meta[property="og:image"], meta[property="og:url"]', parsed(page)).flatMap(
          ({properties}) => {
            const address = String(properties.href ?? properties.src ?? properties.content);
            return /^(?:https?:|\/|#|\.)/.test(address)
              ? (fault(address, page.replace(/index\.html$/, '')) ?? [])
              : [];
          },
        ),
      ),
    faultsOfTexts: () =>
      texts.flatMap(file => {
        const text = readFileSync(join(root, file), 'utf8').replace(/```[^]*?```/g, '');
        const addresses = [...text.matchAll(/https:\/\/docs\.cloudindex\.com[^\s)"'<>\]`,]*/g)];
        return addresses.flatMap(([address]) => fault(address, file) ?? []);
      }),
  };
}
