import {ParseEnglish} from 'parse-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';

import {findingAt, type ProseBlock, type ProseFinding, type ProseRule} from '../block';

/** Longer sentences have to be read twice. */
const MOST_WORDS = 30;

const english = new ParseEnglish();
const grammar = unified().use(retextRepeatedWords).use(retextIndefiniteArticle);

/** Sentences that are too long, repeated words, and “a” instead of “an”. */
export const checkSentences: ProseRule = block => {
  const tree = english.parse(block.text);
  const file = new VFile(block.text);
  grammar.runSync(tree, file);
  const slips = file.messages.flatMap(({place, reason}) => {
    const {offset = 0} = (place && 'start' in place ? place.start : place) ?? {};
    // Code and quotations are equal rows of X, which are not repeated words.
    return block.text.startsWith('XX', offset) ? [] : [findingAt(block, offset, 'grammar', `${reason}.`)];
  });
  return [...longSentences(block, tree), ...slips];
};

function longSentences(block: ProseBlock, tree: ReturnType<typeof english.parse>): readonly ProseFinding[] {
  const found: ProseFinding[] = [];
  visit(tree, 'SentenceNode', sentence => {
    const count = sentence.children.filter(({type}) => type === 'WordNode').length;
    if (count > MOST_WORDS) {
      const offset = sentence.position?.start.offset ?? 0;
      const start = block.text.slice(offset).trimStart().slice(0, 30);
      found.push(
        findingAt(block, offset, 'length', `${count} words from “${start}…”: make it two sentences.`),
      );
    }
  });
  return found;
}
