import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';

import {languages, type Language} from '../../snippets';

/** A task as a complete program in one or more languages. */
export interface Recipe {
  readonly name: string;
  readonly programs: readonly {readonly language: Language; readonly label: string; readonly code: string}[];
  /** The files that the programs read: all others in the folder, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The recipes in a folder: each a folder with `recipe.py` and so on.
 * @throws Error naming the folder if there are none.
 */
export async function readRecipes(folder: string): Promise<readonly Recipe[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  const names = entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  const recipes = await Promise.all(names.map(name => readRecipe(folder, name)));
  const found = recipes.filter(({programs}) => programs.length > 0);
  if (found.length === 0) {
    throw new Error(
      `${folder} holds no recipe. Name the folder in which each recipe is a folder with recipe.py and its like.`,
    );
  }
  return found;
}

async function readRecipe(folder: string, name: string): Promise<Recipe> {
  const entries = await readdir(join(folder, name), {withFileTypes: true});
  const files = Object.fromEntries(
    await Promise.all(
      entries
        .filter(entry => entry.isFile())
        .map(async entry => [entry.name, await readFile(join(folder, name, entry.name), 'utf8')] as const),
    ),
  );
  const programs = languages.flatMap(({id, label, extension}) => {
    const code = files[`recipe.${extension}`];
    return code === undefined ? [] : [{language: id, label, code}];
  });
  const others = Object.entries(files).filter(([file]) => !file.startsWith('recipe.'));
  return {name, programs, files: Object.fromEntries(others)};
}
