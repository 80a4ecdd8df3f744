import type {ProseBlock, ProseFinding, ProseRule} from './block';
import {checkHeadings} from './rules/headings';
import {checkLinks} from './rules/links';
import {checkPassive} from './rules/passive';
import {checkSentences} from './rules/sentences';
import {checkWords} from './rules/words';

/** What violates the style guide of CONTRIBUTING.md in blocks; `names` keep their spelling, also in headings. */
export function checkStyle(blocks: readonly ProseBlock[], names: readonly string[]): readonly ProseFinding[] {
  const rules: readonly ProseRule[] = [
    checkWords,
    checkLinks,
    checkHeadings(names),
    checkPassive,
    checkSentences,
  ];
  return blocks.flatMap(block => rules.flatMap(rule => rule(block)));
}
