import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';

import {EMPTY} from '../../api/schema/fields';

/** What may stand on lines of its own. */
export type Block = BlockContent | DefinitionContent;

/** Whether a node of a text stands on lines of its own, and is neither a heading nor raw HTML. */
export function isBlock(node: RootContent): node is Block {
  return (
    node.type === 'paragraph' ||
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'code' ||
    node.type === 'table' ||
    node.type === 'thematicBreak' ||
    node.type === 'mdxJsxFlowElement'
  );
}

/** A cell or a line: text, or marked-up text. */
export type Inline = string | readonly PhrasingContent[];

/** `id` is its anchor, the same in every language; without one it is made of the text. */
export function heading(depth: 2 | 3, text: string, id?: string): Heading {
  return {
    type: 'heading',
    depth,
    children: [{type: 'text', value: text}],
    ...(id === undefined ? {} : {data: {hProperties: {id}}}),
  };
}

export function paragraph(...content: readonly Inline[]): Paragraph {
  return {type: 'paragraph', children: content.flatMap(inline)};
}

/** Code in a line, such as a parameter's name or a value. One without a letter would be no code at all: it is `""`. */
export function code(value: string): PhrasingContent[] {
  return [{type: 'inlineCode', value: value === '' ? EMPTY : value}];
}

/** A sentence with a `{code}` for each of the values, which become code. */
export function withCodes(sentence: string, values: readonly string[]): PhrasingContent[] {
  return sentence.split('{code}').flatMap((words, index): PhrasingContent[] => {
    const value = values[index];
    return [
      ...(words === '' ? [] : [{type: 'text' as const, value: words}]),
      ...(value === undefined ? [] : code(value)),
    ];
  });
}

export function strong(value: string): PhrasingContent[] {
  return [{type: 'strong', children: [{type: 'text', value}]}];
}

/** A block of code. `title` stands above it, without quotes of the kind that it stands in. */
export function fence(language: string, value: string, title?: string): Code {
  return {
    type: 'code',
    lang: language,
    value,
    meta: title === undefined ? null : `title="${title.replaceAll('"', '”')}"`,
  };
}

export function table(head: readonly string[], rows: readonly (readonly Inline[])[]): Table {
  return {
    type: 'table',
    align: null,
    children: [head, ...rows].map(row => ({type: 'tableRow', children: row.map(cell)})),
  };
}

/** A JSX element on lines of its own, as a page would hold it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Block[] = [],
): MdxJsxFlowElement {
  return {type: 'mdxJsxFlowElement', name, attributes: jsxAttributes(attributes), children: [...children]};
}

/** A JSX element within a line. */
export function inlineElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly PhrasingContent[] = [],
): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: jsxAttributes(attributes),
    children: [...children],
  };
}

function jsxAttributes(attributes: Readonly<Record<string, string>>): MdxJsxAttribute[] {
  return Object.entries(attributes).map(([name, value]) => ({type: 'mdxJsxAttribute', name, value}));
}

function cell(content: Inline): TableCell {
  return {type: 'tableCell', children: inline(content)};
}

function inline(content: Inline): PhrasingContent[] {
  return typeof content === 'string' ? [{type: 'text', value: content}] : [...content];
}
