import type {Code} from 'mdast';
import {visit} from 'unist-util-visit';

import {isNamedJsx} from '../../src/plugin/remark/jsx';
import type {WrittenPage} from './pages';

/**
 * How the tests run a block of code, as its opening line says:
 * - `run`: bash runs it, in the order of the page's blocks, against a mock on a port of its own.
 * - `request="OPERATION"`: the operation's sample request succeeds with its headers, and fails without them.
 * - `response="OPERATION"`: the mock responds to the sample request with these headers, or this JSON; the status of
 *   an error may follow after a space, which is triggered as the document's `x-reproduce` says.
 * - `norun="WHY"`: it is not run.
 * The page does not show it.
 */
export type Mark =
  | {readonly type: 'run'}
  | {readonly type: 'request'; readonly operation: string}
  | {readonly type: 'response'; readonly operation: string; readonly status: string | undefined}
  | {readonly type: 'norun'; readonly why: string};

export interface CodeBlock {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
  readonly mark: Mark | undefined;
}

const marksOf: Readonly<Record<string, readonly Mark['type'][]>> = {
  bash: ['run', 'norun'],
  http: ['request', 'response', 'norun'],
  json: ['response', 'norun'],
};

export function codeBlocks({file, tree}: WrittenPage): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  visit(tree, 'code', ({lang, meta, value, position}: Code) => {
    blocks.push({
      file,
      line: position?.start.line ?? 0,
      language: lang ?? '',
      code: value,
      mark: readMark(meta ?? ''),
    });
  });
  return blocks;
}

/** What is wrong with the code on a page, one line per block with its place. */
export function unmarkedCode(page: WrittenPage): readonly string[] {
  const blocks = codeBlocks(page).flatMap(({file, line, language, mark}) => {
    const allowed = marksOf[language] ?? ['norun'];
    return mark && allowed.includes(mark.type)
      ? []
      : [
          `${file}:${line} has a block of ${language || 'code'} that no test looks at. Mark its first line: ${allowed.map(inWords).join(', or ')}.`,
        ];
  });
  const samples: string[] = [];
  visit(page.tree, node => {
    if (
      isNamedJsx(node, 'ApiCodeTabs') &&
      node.attributes.some(one => 'name' in one && one.name === 'examples')
    ) {
      samples.push(
        `${page.file}:${node.position?.start.line ?? 0} has samples that no test runs. Name an operation, or make a recipe.`,
      );
    }
  });
  return [...blocks, ...samples];
}

function readMark(meta: string): Mark | undefined {
  const [, name, , value = ''] = /\b(run|request|response|norun)\b(="([^"]+)")?/.exec(meta) ?? [];
  const [operation = '', status] = value.split(' ');
  switch (name) {
    case 'run':
      return {type: 'run'};
    case 'request':
      return operation === '' ? undefined : {type: 'request', operation};
    case 'response':
      return operation === '' ? undefined : {type: 'response', operation, status};
    case 'norun':
      return value === '' ? undefined : {type: 'norun', why: value};
    default:
      return undefined;
  }
}

function inWords(type: Mark['type']): string {
  switch (type) {
    case 'run':
      return '`run`, to run it';
    case 'request':
      return '`request="OPERATION"`, to send its headers';
    case 'response':
      return '`response="OPERATION"`, to compare it with what the mock answers';
    case 'norun':
      return '`norun="WHY"`, to leave it';
  }
}
