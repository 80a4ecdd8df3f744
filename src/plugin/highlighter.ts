import {Prism} from 'prism-react-renderer';
import type {ThemeConfig} from '@docusaurus/types';

import {items, member} from '../api/json';
import {highlighted} from '../highlight';

export type Highlight = (code: string, language: string) => string;

/** What colours code while pages are made, in the languages that the site's configuration names for its pages. */
export async function siteHighlighter(themeConfig: ThemeConfig): Promise<Highlight> {
  const languages = items(member(member(themeConfig, 'prism'), 'additionalLanguages')).map(String);
  // The grammars of Prism add themselves to a variable of this name.
  const scope: {Prism?: unknown} = globalThis;
  const {Prism: before} = scope;
  scope.Prism = Prism;
  for (const language of languages) {
    // One may build on one before it.
    await import(`prismjs/components/prism-${language}.js`);
  }
  scope.Prism = before;
  return (code, language) => highlighted(Prism, code, language);
}
