import type {Prism} from 'prism-react-renderer';

import {ownMember} from '../api/json';
import {hasEndlessWord} from './endlessWord';
import {plainHtml} from './plainHtml';

/** Beyond this many characters highlighting costs more than it helps. */
const HIGHLIGHT_LIMIT = 100_000;

/**
 * Code as HTML whose text is the code: spans with classes for colours, everything else escaped.
 * @param prism with the languages that the site has, in the browser or where pages are made
 */
export function highlighted(prism: typeof Prism, code: string, language: string): string {
  const known = ownMember(prism.languages, language);
  // Beside the languages stand functions that add some.
  const grammar = typeof known === 'function' ? undefined : known;
  return grammar === undefined || code.length > HIGHLIGHT_LIMIT || hasEndlessWord(code)
    ? plainHtml(code)
    : prism.highlight(code, grammar, language);
}
