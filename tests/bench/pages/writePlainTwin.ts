/**
 * Writes a plain Docusaurus page with the text of the Create User page: its tables, its fences, and the four samples as
 * fences too. It is the floor that the endpoint page is weighed against: what the same text costs without our parts.
 */
import type {Nodes, Parent, RootContent} from 'mdast';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {toMarkdown} from 'mdast-util-to-markdown';
import {mkdirSync, writeFileSync} from 'node:fs';

import {loadApi} from '../../../src/api/document/load';
import {operationToMdast} from '../../../src/plugin/operationPage';
import {chosenLanguages} from '../../../src/plugin/languages';
import {codeExamples} from '../../../src/plugin/samples';

const FOLDER = '.cache/bench/plain';
const OPERATION = 'createUser';

async function main(): Promise<void> {
  const api = await loadApi('static/openapi.yaml');
  const operation = api.operations.find(({id}) => id === OPERATION);
  if (!operation) {
    throw new Error(`static/openapi.yaml has no operation ${OPERATION}.`);
  }
  const samples: RootContent[] = codeExamples(operation, chosenLanguages({}).tabs).map(
    ({language, code}) => ({
      type: 'code',
      lang: language,
      value: code,
    }),
  );
  const tree = operationToMdast(operation);
  const plain = toMarkdown(
    {type: 'root', children: tree.children.flatMap(node => withoutElements(node, samples))},
    {extensions: [gfmTableToMarkdown()]},
  );
  mkdirSync(FOLDER, {recursive: true});
  writeFileSync(`${FOLDER}/create-user.md`, `# Create User\n\n${plain}`);
}

/** Elements give way to what they hold, and the sample tabs to the samples. */
function withoutElements(node: RootContent, samples: readonly RootContent[]): RootContent[] {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return node.name === 'ApiCodeTabs'
      ? [...samples]
      : node.children.flatMap(child => withoutElements(child, samples));
  }
  return isParent(node)
    ? [Object.assign({...node}, {children: node.children.flatMap(child => withoutElements(child, samples))})]
    : [node];
}

function isParent(node: Nodes): node is Extract<Nodes, Parent> {
  return 'children' in node;
}

void main();
