import {Prism} from 'prism-react-renderer';
import includeLanguages from '@theme/prism-include-languages';

import {ownMember} from '../../api/json';
import {hasEndlessWord} from './endlessWord';
import {plainHtml} from './plainHtml';

// The languages that the site's configuration adds to those of prism-react-renderer.
includeLanguages(Prism);

/** Beyond this many characters highlighting costs more than it helps. */
const HIGHLIGHT_LIMIT = 100_000;

/** Code as HTML whose text is the code: spans with classes for colours, everything else escaped. */
export function highlight(code: string, language: string): string {
  const known = ownMember(Prism.languages, language);
  // Beside the languages stand functions that add some.
  const grammar = typeof known === 'function' ? undefined : known;
  return grammar === undefined || code.length > HIGHLIGHT_LIMIT || hasEndlessWord(code)
    ? plainHtml(code)
    : Prism.highlight(code, grammar, language);
}
