import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

import {findingAt, type ProseBlock, type ProseFinding} from './block';

/** Names and terms that are in no dictionary, one per line. */
const WORDS = join(import.meta.dirname, 'words.txt');

/** Words that are in no British or software dictionary, nor in that of this project. */
export async function checkSpelling(blocks: readonly ProseBlock[]): Promise<readonly ProseFinding[]> {
  // Its `require` entry point is missing, and a static import would be compiled to `require`.
  const {spellCheckDocument} = await import('cspell-lib');
  const words = (await readFile(WORDS, 'utf8')).split('\n').filter(word => word !== '');
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    // A quotation or a piece of code is a row of X.
    text += `${block.text.replace(/X{2,}|X(?=X)/g, row => ' '.repeat(row.length))}\n\n`;
  }
  const {issues} = await spellCheckDocument(
    {uri: 'text:///prose.txt', text, languageId: 'plaintext', locale: 'en-GB'},
    {generateSuggestions: true, noConfigSearch: true},
    {words, suggestionsTimeout: 2000, numSuggestions: 3},
  );
  return issues.flatMap(issue => {
    const index = starts.findLastIndex(start => start <= issue.offset);
    const block = blocks[index];
    const suggestions = issue.suggestions?.map(word => `“${word}”`).join(', ') ?? '';
    const advice = `“${issue.text}” is in no dictionary. Write ${suggestions || 'another word'}, or add it to scripts/prose/words.txt.`;
    return block ? [findingAt(block, issue.offset - (starts[index] ?? 0), 'spelling', advice)] : [];
  });
}
