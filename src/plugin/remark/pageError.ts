import type {Node} from 'unist';
import type {VFile} from 'vfile';

import {shortPath} from '../../api/document/problems';
import {nearest} from '../../api/nearest';

/** A component used wrongly: which, on what page and line, and what is wrong. */
export function pageError(component: string, file: VFile, node: Node, problems: readonly string[]): Error {
  const line = node.position ? `:${node.position.start.line}:${node.position.start.column}` : '';
  return new Error(`<${component}> on page ${shortPath(file.path)}${line}: ${problems.join(' ')}`);
}

/** Why there is no operation of this id, with the ids that are nearest to it. */
export function unknownOperation(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids).map(candidate => `"${candidate}"`);
  const help = near.length === 0 ? 'The document has no operations.' : `The nearest are ${near.join(', ')}.`;
  return `\`operation\` is "${id}", which is no operationId of the OpenAPI document. ${help}`;
}
