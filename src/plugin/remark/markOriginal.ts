import type {Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import type {VFile} from 'vfile';

import {langOfOriginal} from '../../words';

/** What holds the words of a page; a tight list shows its items without their paragraphs. */
const holdsWords = new Set(['paragraph', 'heading', 'listItem', 'tableCell']);

/**
 * A remark plugin: says in which language the words of a page are that nobody has translated yet (WCAG 2.2, 3.1.2). It comes
 * before those that add what the site itself says, in the reader's language.
 */
export function markOriginal() {
  return (tree: Root, file: VFile): void => {
    const {lang} = langOfOriginal();
    // Docusaurus reads a translated page from there.
    if (lang === undefined || /(?:^|[\\/])i18n[\\/]/.test(file.path)) {
      return;
    }
    visit(tree, node => {
      if (!holdsWords.has(node.type)) {
        return undefined;
      }
      node.data = {...node.data, hProperties: {...node.data?.hProperties, lang}};
      return SKIP;
    });
  };
}
