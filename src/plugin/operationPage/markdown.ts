import type {Nodes, PhrasingContent, RootContent} from 'mdast';

import type {ExternalDocs} from '../../api/externalDocs';
import {langOfOriginal, messages} from '../../words';
import {readMarkdown} from './readMarkdown';
import {inlineElement, isBlock, type Block} from './tree';

const say = messages('externalDocs', {
  more: 'See {link}.',
});

/** The blocks of a description, marked with its language where the page's is another. */
export function blocks(description: string): Block[] {
  const {lang} = langOfOriginal();
  const parsed = parse(description);
  return lang === undefined
    ? parsed
    : parsed.map(block => ({...block, data: {...block.data, hProperties: {lang}}}));
}

/** Headings become paragraphs, as the page has its own. */
function parse(text: string): Block[] {
  return readMarkdown(text).children.flatMap(asBlock);
}

/** The first paragraph as part of a line, and what follows it. */
export function firstLine(description: string): {
  readonly first: PhrasingContent[];
  readonly rest: PhrasingContent[];
} {
  const [first = [], ...rest] = parse(description).map(lines);
  return {first: spanInOriginal(first), rest: spanInOriginal(spaced(rest))};
}

/** A whole description in one line, for a cell of a table. */
export function line(description: string | undefined): PhrasingContent[] {
  return spanInOriginal(ownLine(description ?? ''));
}

/** A sentence that leads to where more is written; none where the document names no such place. */
export function moreAt(docs: ExternalDocs | undefined): PhrasingContent[] {
  if (!docs) {
    return [];
  }
  const {url, description = url} = docs;
  const link: PhrasingContent = {
    type: 'link',
    url,
    children: [{type: 'text', value: description}],
    data: {ofDocument: true},
  };
  const [before = '', after = ''] = say('more').split('{link}');
  return [{type: 'text', value: before}, ...spanInOriginal([link]), {type: 'text', value: after}];
}

/** What the site itself says, with `code` in it, in one line. */
export function ownLine(words: string): PhrasingContent[] {
  return spaced(parse(words).map(lines));
}

/** Sentences in one line, each after a space. */
export function spaced(sentences: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return sentences
    .filter(sentence => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [space, ...sentence]));
}

function spanInOriginal(words: PhrasingContent[]): PhrasingContent[] {
  const {lang} = langOfOriginal();
  return lang === undefined || words.length === 0 ? words : [inlineElement('span', {lang}, words)];
}

const space: PhrasingContent = {type: 'text', value: ' '};

function asBlock(node: RootContent): Block[] {
  if (node.type === 'heading') {
    return [{type: 'paragraph', children: [{type: 'strong', children: node.children}]}];
  }
  return isBlock(node) ? [node] : [];
}

/** The words of a block, however deep its lists and quotes nest. */
function lines(node: Nodes): PhrasingContent[] {
  if (node.type === 'paragraph' || node.type === 'tableCell') {
    return node.children;
  }
  if (node.type === 'code') {
    return [{type: 'inlineCode', value: node.value}];
  }
  return 'children' in node
    ? node.children.flatMap((child, index) => (index === 0 ? lines(child) : [space, ...lines(child)]))
    : [];
}
