import type {Block, Finding, Rule} from './block';
import {checkHeadings} from './rules/headings';
import {checkLinks} from './rules/links';
import {checkPassive} from './rules/passive';
import {checkSentences} from './rules/sentences';
import {checkWords} from './rules/words';

/** What violates the style guide of CONTRIBUTING.md in blocks; `names` keep their spelling, also in headings. */
export function checkStyle(blocks: readonly Block[], names: readonly string[]): readonly Finding[] {
  const rules: readonly Rule[] = [checkWords, checkLinks, checkHeadings(names), checkPassive, checkSentences];
  return blocks.flatMap(block => rules.flatMap(rule => rule(block)));
}
