import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join, relative} from 'node:path';
import {posixPath} from '@docusaurus/utils';

import type {Api, Operation} from '../api/operation';
import {namedOperations} from './namedOperations';
import type {SchemaPage} from './schemaPages/schemaPage';
import {shortSlug} from './slug';

const GENERATED = '.generated.mdx';
const LONGEST_NAME = 60;

/** The folder of the pages of schemas, among those of operations. */
export const SCHEMAS_FOLDER = 'schemas';

/**
 * Gives a page to every operation, webhook and callback that no written page in the folder names, as
 * `TAG/SUMMARY.generated.mdx`, and to each of the schemas, as `schemas/NAME.generated.mdx`, and removes generated pages that
 * are no longer needed. Files that are right already stay untouched.
 * @returns the file that documents each operation, by the operation's id.
 */
export async function writePages(
  folder: string,
  api: Api,
  schemas: readonly Pick<SchemaPage, 'name' | 'title'>[] = [],
): Promise<ReadonlyMap<string, string>> {
  const files = await pageFiles(folder);
  const written = files.filter(file => !isGenerated(file));
  const pages = await pagesByOperation(written);
  const wanted = new Map<string, string>();
  const taken = new Set(written);
  const all = [...api.operations, ...(api.arrivals ?? []).map(({operation}) => operation)];
  for (const operation of all.filter(({id}) => !pages.has(id))) {
    const file = freeFile(folder, operation, taken);
    taken.add(file.replace(GENERATED, '.mdx'));
    wanted.set(
      file,
      pageSource(basename(file, GENERATED), {
        title: operation.summary,
        description: shortDescription(operation),
        content: `<ApiOperation operation="${inAttribute(operation.id)}" />`,
      }),
    );
    pages.set(operation.id, file);
  }
  for (const {name, title} of schemas) {
    wanted.set(
      schemaSource(folder, name),
      pageSource(name, {title, description: title, content: `<ApiSchema schema="${name}" />`}),
    );
  }
  const stale = files.filter(file => isGenerated(file) && !wanted.has(file));
  await Promise.all([
    ...stale.map(file => rm(file, {force: true})),
    ...[...wanted].map(([file, source]) => writeChanged(file, source)),
  ]);
  return pages;
}

/** The file of the page of a schema. */
export function schemaSource(folder: string, name: string): string {
  return join(folder, SCHEMAS_FOLDER, name + GENERATED);
}

/** Whether the page in a file was made here, at this start or an earlier one. Version control leaves such files out. */
export function isGenerated(file: string): boolean {
  return file.endsWith(GENERATED);
}

/** The ids of the docs that were generated: their places within the docs, whose folder is the one above. */
export async function generatedDocs(folder: string): Promise<readonly string[]> {
  const files = await pageFiles(folder);
  return files
    .filter(isGenerated)
    .map(file => posixPath(relative(dirname(folder), file)).slice(0, -GENERATED.length));
}

/** The file that documents each operation: the first, by path, that names it, written or generated. */
export async function operationPages(folder: string): Promise<ReadonlyMap<string, string>> {
  return pagesByOperation(await pageFiles(folder));
}

/** The first page, by path, that names each operation. */
async function pagesByOperation(files: readonly string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const file of files) {
    for (const id of namedOperations(await readFile(file, 'utf8'))) {
      if (!pages.has(id)) {
        pages.set(id, file);
      }
    }
  }
  return pages;
}

async function pageFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter(entry => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

function freeFile(folder: string, {tags, summary, id}: Operation, taken: ReadonlySet<string>): string {
  const base = join(folder, shortSlug(tags[0] ?? ''));
  const [title, words] = [shortSlug(summary), shortSlug(id.replace(/([a-z\d])([A-Z])/g, '$1 $2'))];
  const name = [title, words, `${title}-${words}`].find(
    candidate => candidate !== '' && !taken.has(join(base, `${candidate}.mdx`)),
  );
  return join(base, (name ?? exactName(id, words)) + GENERATED);
}

/** No other operation has it: the id itself, or where that is too long for a file, its first words and a hash. */
function exactName(id: string, words: string): string {
  const encoded = encodeURIComponent(id);
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return encoded.length <= LONGEST_NAME ? encoded : `${words}-${hash}`;
}

interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly content: string;
}

function pageSource(id: string, {title, description, content}: PageParts): string {
  const frontMatter = {id, title, description, custom_edit_url: null};
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---
${lines.join('\n')}
---

{/* Made from the OpenAPI document at each start. To write this page yourself, remove ".generated" from its name. */}

${content}
`;
}

/** JSX reads character references in quotes, and no backslashes. */
function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** There is always one: without it Docusaurus takes the first line of the page's file, which is no text for readers. */
function shortDescription({method, path, summary, description = ''}: Operation): string {
  return firstSentence(description) || (path === '' ? summary : `${method} ${path}: ${summary}`);
}

/** Plain words for search engines. */
function firstSentence(description: string): string {
  const plain = description
    .replace(/<\/?[a-z][^<>]*>/g, ' ')
    .replace(/[`*_[\]]|\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain;
}

async function writeChanged(file: string, source: string): Promise<void> {
  const current = await readFile(file, 'utf8').catch(() => undefined);
  if (current !== source) {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, source);
  }
}
