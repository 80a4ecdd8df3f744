/**
 * Checks texts for readers against the style guide in CONTRIBUTING.md, and their spelling: pages, README, the
 * descriptions in the OpenAPI document, and the messages of the interface. Prints each finding as `file:line:column
 * rule what to write`.
 */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';

import {loadApi} from '../src/api/document/load';
import type {ProseBlock, ProseFinding} from './prose/block';
import {checkStyle} from './prose/check';
import {pageBlocks} from './prose/pageBlocks';
import {messageBlocks} from './prose/messageBlocks';
import {checkSpelling} from './prose/spelling';
import {yamlBlocks} from './prose/yamlBlocks';

const DOCUMENT = 'static/openapi.yaml';

async function main(): Promise<void> {
  const pages = await filesIn('docs', /(?<!\.generated)\.mdx?$/);
  const sources = await filesIn('src', /\.tsx?$/);
  const blocks = (
    await Promise.all([
      read(['README.md', 'CONTRIBUTING.md', 'PUBLISHING.md', ...pages], pageBlocks),
      read([DOCUMENT], yamlBlocks),
      read(sources, messageBlocks),
    ])
  ).flat();
  const {title, operations} = await loadApi(DOCUMENT);
  const names = [title, ...operations.map(({summary}) => summary), 'CloudIndex Docs', 'CloudIndex'];
  const findings = [...checkStyle(blocks, names), ...(await checkSpelling(blocks))];
  findings.toSorted(byPlace).forEach(({file, line, column, rule, advice}) => {
    console.error(`${file}:${line}:${column} ${rule} ${advice}`);
  });
  console.log(`${blocks.length} texts, ${findings.length} to rewrite`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

async function filesIn(folder: string, name: RegExp): Promise<readonly string[]> {
  const files = await readdir(folder, {recursive: true});
  return files
    .filter(file => name.test(file))
    .map(file => join(folder, file))
    .toSorted();
}

async function read(
  files: readonly string[],
  blocksOf: (file: string, source: string) => readonly ProseBlock[],
): Promise<readonly ProseBlock[]> {
  const blocks = await Promise.all(files.map(async file => blocksOf(file, await readFile(file, 'utf8'))));
  return blocks.flat();
}

function byPlace(one: ProseFinding, other: ProseFinding): number {
  return one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column;
}

void main();
