import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Nodes} from 'mdast';
import {visit} from 'unist-util-visit';
import {describe, expect, test} from 'vitest';

import {slug} from '../../../src/plugin/slug';
import {readPage, type WrittenPage} from '../../support/pages';

const FOLDER = 'i18n/de/docusaurus-plugin-content-docs/current';
const translated = readdirSync(FOLDER, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.mdx'));

/** What a page is made of, in order: everything but its words. */
function structureOf({tree}: WrittenPage): readonly string[] {
  const parts: string[] = [];
  visit(tree, node => {
    const part = partOf(node);
    if (part !== undefined) {
      parts.push(part);
    }
  });
  return parts;
}

function partOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth}${node.depth > 1 ? ` #${anchorOf(node.children)}` : ''}`;
    case 'paragraph':
    case 'list':
    case 'listItem':
    case 'tableRow':
      return node.type;
    case 'link':
      return `link ${node.url}`;
    case 'code':
      return `code ${node.lang} ${node.meta} ${node.value}`;
    case 'inlineCode':
      return `code ${node.value}`;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `${node.name} ${JSON.stringify(node.attributes.map(one => ('name' in one ? [one.name, one.value] : [])))}`;
    default:
      return undefined;
  }
}

/** The anchor that is written behind a heading, or follows from its words. */
function anchorOf(children: readonly Nodes[]): string {
  const written = children.flatMap(child =>
    child.type === 'mdxTextExpression' ? (/#([\w-]+)/.exec(child.value)?.[1] ?? []) : [],
  );
  const words = children.map(child => (child.type === 'text' ? child.value : '')).join('');
  return written[0] ?? slug(words);
}

function read(file: string): WrittenPage {
  return readPage(file, readFileSync(file, 'utf8'));
}

describe('a German page is in step with the English one', () => {
  test('there are some', () => expect(translated.length).toBeGreaterThan(2));

  test.each(translated)('%s', file => {
    expect(structureOf(read(join(FOLDER, file)))).toEqual(structureOf(read(join('docs', file))));
  });
});

test('a step that a translation lacks is found, and other words are none', () => {
  const english = structureOf(readPage('a.mdx', '## Go {/* #go */}\n\n1. One `a`\n2. Two'));
  expect(structureOf(readPage('b.mdx', '## Los {/* #go */}\n\n1. Eins `a`\n2. Zwei'))).toEqual(english);
  expect(structureOf(readPage('b.mdx', '## Los {/* #go */}\n\n1. Eins `a`'))).not.toEqual(english);
  expect(structureOf(readPage('b.mdx', '## Los\n\n1. Eins `a`\n2. Zwei'))).not.toEqual(english);
});
