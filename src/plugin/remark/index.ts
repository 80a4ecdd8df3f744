import type {Pluggable} from 'unified';

import type {DocumentOptions} from '../document';
import {fillCodeTabs} from './codeTabs';
import {exactTemplates} from './exactTemplates';
import {expandOperations} from './expandOperations';

/**
 * The remark plugins of every page, for `beforeDefaultRemarkPlugins`: they come before Docusaurus' own, so that headings of
 * operations enter the table of contents.
 */
export function openApiRemarkPlugins(options: DocumentOptions): Pluggable[] {
  return [exactTemplates, [expandOperations, options], [fillCodeTabs, options]];
}
