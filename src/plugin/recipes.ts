import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

import type {CodeExample} from '../request/examples/codeExamples';
import {languages, type Language} from '../snippets';

/** The file of a recipe in each language. */
export const recipeFiles: Readonly<Record<Language, string>> = {
  curl: 'recipe.sh',
  node: 'recipe.mjs',
  python: 'recipe.py',
  go: 'recipe.go',
};

/**
 * A recipe: one task as a whole program in each language, a file each in a folder, so that the languages' own tools can
 * check and run them.
 * @throws Error naming the file that is missing.
 */
export function readRecipe(folder: string): readonly CodeExample[] {
  return languages.map(({id, label, highlight}) => {
    const file = join(folder, recipeFiles[id]);
    if (!existsSync(file)) {
      throw new Error(`The recipe in ${folder} has no ${recipeFiles[id]}.`);
    }
    return {language: highlight, label, code: readFileSync(file, 'utf8').trimEnd()};
  });
}
