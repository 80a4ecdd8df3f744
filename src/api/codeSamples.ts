import {compact, items, member, words, type JsonObject} from './json';
import type {CodeSample} from './operation';

/** What the extension is called; the second name is its older one. */
const NAMES = ['x-codeSamples', 'x-code-samples'] as const;

/**
 * The samples that the document brings along for an operation, by the extension of Redocly. Those without code, or without a
 * name for their language, are left out; undefined where none is left.
 */
export function readCodeSamples(operation: JsonObject): readonly CodeSample[] | undefined {
  const list = NAMES.map(name => operation[name]).find(Array.isArray);
  const samples = items(list).flatMap(sample => {
    const {lang, label, source} = wordsOf(sample);
    const name = label ?? lang;
    return source === undefined || name === undefined ? [] : [{lang: lang ?? name, label: name, source}];
  });
  return samples.length === 0 ? undefined : samples;
}

/** What hinders samples from being shown, each with the path to what it is about. */
export function faultsOfCodeSamples(
  operation: unknown,
): readonly {readonly at: readonly (string | number)[]; readonly message: string}[] {
  return NAMES.flatMap(name => {
    const list = member(operation, name);
    if (list !== undefined && !Array.isArray(list)) {
      return [{at: [name], message: `\`${name}\` is no list, and is left out. ${shape}`}];
    }
    return items(list).flatMap((sample, index) => {
      const {lang, label, source} = wordsOf(sample);
      const lacks = [
        ...(source === undefined ? ['`source`, its code as text'] : []),
        ...(lang === undefined && label === undefined ? ['`lang`, its language'] : []),
      ];
      return lacks.length === 0
        ? []
        : [
            {
              at: [name, index],
              message: `This sample lacks ${lacks.join(', and ')}. It is left out. ${shape}`,
            },
          ];
    });
  });
}

const shape = 'Write a list of {lang, label, source}';

function wordsOf(sample: unknown): Partial<CodeSample> {
  const said = (name: keyof CodeSample): string | undefined => words(member(sample, name));
  return compact({lang: said('lang'), label: said('label'), source: said('source')});
}
