import type {Pluggable} from 'unified';

import type {LanguageOptions} from '../languages';
import {fillCodeTabs} from './codeTabs';
import {exactTemplates} from './exactTemplates';
import {expandFacts} from './expandFacts';
import {expandIndexes, type IndexOptions} from './expandIndexes';
import {expandOperations} from './expandOperations';
import {markOriginal} from './markOriginal';

/**
 * The remark plugins of every page, for `beforeDefaultRemarkPlugins`: they come before Docusaurus' own, so that headings of
 * operations enter the table of contents.
 */
export function openApiRemarkPlugins(options: IndexOptions & LanguageOptions): Pluggable[] {
  return [
    markOriginal,
    exactTemplates,
    [expandOperations, options],
    [expandIndexes, options],
    [fillCodeTabs, options],
    [expandFacts, options],
  ];
}
