import {Prism} from 'prism-react-renderer';
import includeLanguages from '@theme/prism-include-languages';

import {highlighted} from '../../highlight';

// The languages that the site's configuration adds to those of prism-react-renderer.
includeLanguages(Prism);

/** Code as HTML whose text is the code, highlighted in the languages of the site. */
export function highlight(code: string, language: string): string {
  return highlighted(Prism, code, language);
}
