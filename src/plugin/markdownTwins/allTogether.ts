import {asMarkdown, type MarkdownPage} from './pageToMarkdown';

/** More characters than any language model reads at once, by a few times. */
const MOST = 4_000_000;

/**
 * All pages in one text, in order, up to a limit: of a large API it says which it left out, and where they are.
 * @param index the address of the list of all pages
 */
export function allTogether(
  pages: readonly Pick<MarkdownPage, 'title' | 'markdown'>[],
  index: string,
  most = MOST,
): string {
  let length = 0;
  const kept = pages.filter(({markdown}) => (length += markdown.length) <= most);
  const left = pages.slice(kept.length);
  return [
    ...kept.map(({markdown}) => markdown),
    ...(left.length === 0
      ? []
      : [
          `# Left out\n\nThe site is too long for one file: ${left.length} of its ${pages.length} pages stand only in files of their own, which ${index} lists. The first is ${asMarkdown(left[0]?.title ?? '')}.\n`,
        ]),
  ].join('\n---\n\n');
}
