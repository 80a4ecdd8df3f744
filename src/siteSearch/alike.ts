import {stemmer} from 'stemmer';

/** Words that API documentation uses for the same thing; a page may use any of them. */
const groups = [
  'abort cancel interrupt stop',
  'delete erase remove',
  'change edit modify update',
  'credential key password secret token',
  'again repeat resend retry twice',
  'large largest limit max maximum most',
  'example sample snippet',
  'login signin authentication authenticate',
  'page paginate pagination cursor',
  'sse event stream',
  'quota rate throttle',
  'allowed denied forbidden permission scope',
  'done finished ready',
  'fake mock sandbox simulator stub test',
].map(words => words.split(' ').map(stemmer));

/** Synonyms for the words of a query, as stems, without those that are in it already. */
export function alikeWords(words: readonly string[]): readonly string[] {
  const stems = new Set(words.map(word => stemmer(word.toLowerCase())));
  const others = groups.filter(group => group.some(word => stems.has(word))).flat();
  return [...new Set(others)].filter(word => !stems.has(word));
}
