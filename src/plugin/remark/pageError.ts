import type {Paragraph} from 'mdast';
import type {Node} from 'unist';
import type {VFile} from 'vfile';

import {shortPath} from '../../api/document/problems';
import type {LoadedDocument} from '../../api/document/load';
import type {Operation} from '../../api/operation';
import {nearest} from '../../api/nearest';

/** Shown by a development server, under the error that says why. */
export const documentIsBroken: Paragraph = {
  type: 'paragraph',
  children: [
    {type: 'text', value: 'The OpenAPI document has errors. This page comes back once you have fixed them.'},
  ],
};

/** A component used wrongly: which, on what page and line, and what is wrong. */
export function pageError(component: string, file: VFile, node: Node, problems: readonly string[]): Error {
  const line = node.position ? `:${node.position.start.line}:${node.position.start.column}` : '';
  return new Error(`<${component}> on page ${shortPath(file.path)}${line}: ${problems.join(' ')}`);
}

/** What such a message needs to know of an operation. */
type Candidate = Pick<Operation, 'id' | 'method' | 'path'>;

/**
 * Why there is no operation of this id: it is internal, or unknown, with those that are nearest to it, and what they call: by
 * their ids, and as ids are mostly made of method and path, so that one that was renamed is found.
 */
export function unknownOperation(
  id: string,
  {api: {operations}, internalOperations}: Pick<LoadedDocument, 'api' | 'internalOperations'>,
): string {
  if (internalOperations.includes(id)) {
    return `\`operation\` is "${id}", which the OpenAPI document marks as internal (\`x-internal: true\`), so that this site leaves it out. Remove it from the page, or set \`showInternal: true\` beside \`document\` in docusaurus.config.ts.`;
  }
  const byName = new Map(
    operations.flatMap(operation => namesOf(operation).map(name => [name, operation] as const)),
  );
  const near = nearest(id, [...byName.keys()], byName.size).flatMap(name => byName.get(name) ?? []);
  const help =
    near.length === 0
      ? 'The document has no operations.'
      : `The nearest are ${[...new Set(near)].slice(0, 3).map(inWords).join(', ')}.`;
  return `\`operation\` is "${id}", which is no operationId of the OpenAPI document. ${help}`;
}

const verbs: Readonly<Record<string, readonly string[]>> = {
  GET: ['get', 'list'],
  POST: ['create', 'add', 'post'],
  PUT: ['update', 'replace', 'put'],
  PATCH: ['update', 'patch'],
  DELETE: ['delete', 'remove'],
};

/** The id of an operation, and what it might be called: `createUsers` and `addUsers` for `POST /v1/users`. */
function namesOf({id, method, path}: Candidate): readonly string[] {
  const [noun = ''] = path
    .split('/')
    .filter(segment => /^[^{}]+$/.test(segment))
    .slice(-1);
  const known = Object.hasOwn(verbs, method) ? (verbs[method] ?? []) : [];
  return [id, ...known.map(verb => verb + noun)];
}

function inWords({id, method, path}: Candidate): string {
  return `"${id}" (${method} ${path})`;
}
