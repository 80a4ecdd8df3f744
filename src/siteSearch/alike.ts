import {stemmer} from 'stemmer';

/** Words that people use for one thing in documentation of APIs, whichever of them a page chose. */
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

/** Other words for those of a query, as stems; none of those in it already. */
export function alikeWords(words: readonly string[]): readonly string[] {
  const stems = new Set(words.map(word => stemmer(word.toLowerCase())));
  const others = groups.filter(group => group.some(word => stems.has(word))).flat();
  return [...new Set(others)].filter(word => !stems.has(word));
}
