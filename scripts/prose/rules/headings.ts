import {findingAt, type ProseRule} from '../block';

/**
 * Headings in sentence case, except for names: those given, such as operations, and words that are always capitalised.
 */
export function checkHeadings(names: readonly string[]): ProseRule {
  return block => {
    if (block.kind !== 'heading') {
      return [];
    }
    const text = names.reduce((rest, name) => rest.replaceAll(name, name.replace(/\S/g, 'X')), block.text);
    // The heading of a step starts with its number.
    const [first, ...others] = text
      .replace(/^\W*\d+\./, start => ' '.repeat(start.length))
      .matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu);
    const findings = others
      .filter(({0: word}) => /^\p{Lu}\p{Ll}/u.test(word))
      .map(({0: word, index}) =>
        findingAt(
          block,
          index,
          'heading',
          `“${word}”: headings are in sentence case, write “${word.toLowerCase()}”.`,
        ),
      );
    return first && /^\p{Ll}/u.test(first[0])
      ? [findingAt(block, first.index, 'heading', 'a heading starts with a capital letter.'), ...findings]
      : findings;
  };
}
