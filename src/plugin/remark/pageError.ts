import type {Node} from 'unist';
import type {VFile} from 'vfile';

import {shortPath} from '../../api/problems';

/** A component used wrongly: which, on what page and line, and what is wrong. */
export function pageError(component: string, file: VFile, node: Node, problems: readonly string[]): Error {
  const line = node.position ? `:${node.position.start.line}:${node.position.start.column}` : '';
  return new Error(`<${component}> on page ${shortPath(file.path)}${line}: ${problems.join(' ')}`);
}

/** Why there is no operation of this id, with the ids that are nearest to it. */
export function unknownOperation(id: string, ids: readonly string[]): string {
  const near = ids
    .map(candidate => ({candidate, distance: distance(id.toLowerCase(), candidate.toLowerCase())}))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({candidate}) => `"${candidate}"`);
  const help = near.length === 0 ? 'The document has no operations.' : `The nearest are ${near.join(', ')}.`;
  return `\`operation\` is "${id}", which is no operationId of the OpenAPI document. ${help}`;
}

/** How many letters to insert, remove or replace to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replace = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replace, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
