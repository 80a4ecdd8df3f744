import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

import type {CodeExample} from '../request/examples/codeExamples';
import type {SampleLanguage} from '../snippets';

/**
 * A recipe: one task as a whole program in each language, a file each in a folder, `recipe.py` and its like, so that the
 * languages' own tools can check and run them.
 * @throws Error naming the file that is missing.
 */
export function readRecipe(folder: string, languages: readonly SampleLanguage[]): readonly CodeExample[] {
  return languages.map(({label, highlight, extension}) => {
    const name = `recipe.${extension}`;
    const file = join(folder, name);
    if (!existsSync(file)) {
      throw new Error(`The recipe in ${folder} has no ${name}.`);
    }
    return {language: highlight, label, code: readFileSync(file, 'utf8').trimEnd()};
  });
}
