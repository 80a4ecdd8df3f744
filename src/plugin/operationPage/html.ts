import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {Element, ElementContent, Properties} from 'hast';
import {toHtml} from 'hast-util-to-html';
import type {Code, Image, Link, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import {toHast, type Handlers, type State} from 'mdast-util-to-hast';
import {visit} from 'unist-util-visit';

import {messages} from '../../words';

const say = messages('nestedFields', {summary: 'Fields of {name}'});

/** What a page of the site is made with. */
export interface HtmlContext {
  /** Colours code: HTML whose text is the code. */
  readonly highlight: (code: string, language: string) => string;
  /** Where the site begins, in the language that is built; with a slash at both ends. */
  readonly baseUrl: string;
  /** Whether addresses of pages end in a slash, as the site's configuration says. */
  readonly trailingSlash: boolean | undefined;
}

/** A part of a page as HTML, with what Docusaurus checks in it. */
export interface PartHtml {
  readonly html: string;
  /** Ids that links may lead to. */
  readonly anchors: readonly string[];
  /** Links within the site, with its base URL. */
  readonly links: readonly string[];
}

/** Blocks of a page as Docusaurus' theme would render them. What is text in them is text in the HTML. */
export function partToHtml(blocks: readonly RootContent[], context: HtmlContext): PartHtml {
  const links: string[] = [];
  const tree = toHast({type: 'root', children: [...blocks]}, {handlers: handlersOf(context, links)});
  const anchors: string[] = [];
  visit(tree, 'element', ({properties: {id}}) => {
    if (typeof id === 'string') {
      anchors.push(id);
    }
  });
  // Colours are all that is written as HTML: `toHast` has left out what came as such.
  return {html: toHtml(tree, {allowDangerousHtml: true}), anchors, links};
}

function handlersOf(context: HtmlContext, links: string[]): Handlers {
  return {
    mdxJsxFlowElement: jsxElement,
    mdxJsxTextElement: jsxElement,
    code: (_state: State, node: Code) => codeBlock(node, context),
    link: (state: State, node: Link) => link(state, node, context, links),
    image: (state: State, node: Image) => {
      const {url, alt, title} = node;
      const image = elementOf('img', {
        src: url,
        alt: alt ?? '',
        loading: 'lazy',
        decoding: 'async',
        ...(title == null ? {} : {title}),
      });
      return state.applyData(node, image);
    },
  };
}

function jsxElement(state: State, node: MdxJsxFlowElement | MdxJsxTextElement): Element {
  const children = state.all(node);
  const {className, ...attributes} = attributesOf(node);
  switch (node.name) {
    case 'NestedFields':
      return nestedFields(attributes, children);
    case 'details':
      return unfolding(className ?? 'unfolding', children);
    case 'a':
    case 'div':
    case 'span':
    case 'summary':
      return elementOf(
        node.name,
        {...attributes, ...(className === undefined ? {} : {className: className.split(' ')})},
        children,
      );
    default:
      throw new Error(`The reference of an operation has an element <${node.name}> that has no HTML.`);
  }
}

function attributesOf({attributes}: MdxJsxFlowElement | MdxJsxTextElement): {[name: string]: string} {
  return Object.fromEntries(
    attributes.flatMap(attribute =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
}

/** The fields of an object, folded until the reader wants them. */
function nestedFields(
  {of = '', open}: {readonly [name: string]: string},
  children: readonly ElementContent[],
): Element {
  const [before = '', after = ''] = say('summary').split('{name}');
  const name = elementOf('code', {}, [text(of)]);
  return elementOf('details', {className: ['nested-fields'], open: open !== undefined}, [
    elementOf('summary', {}, [text(before), name, text(after)]),
    ...children,
  ]);
}

function unfolding(className: string, children: readonly ElementContent[]): Element {
  const isSummary = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'summary';
  return elementOf('details', {className: [className]}, [
    ...children.filter(isSummary),
    elementOf(
      'div',
      {className: [`${className}__content`]},
      children.filter(child => !isSummary(child)),
    ),
  ]);
}

/** As src/theme/CodeBlock; the button to copy is put into its place when the page wakes. */
function codeBlock({value, lang, meta}: Code, {highlight}: HtmlContext): Element {
  const language = lang ?? 'text';
  const title = /\btitle=(?<quote>["'])(?<title>.*?)\k<quote>/.exec(meta ?? '')?.groups?.['title'] ?? '';
  const code = elementOf('code', {}, [{type: 'raw', value: highlight(value, language)}]);
  return elementOf('figure', {className: ['theme-code-block', 'code-block']}, [
    ...(title === '' ? [] : [elementOf('figcaption', {className: ['code-block__title']}, [text(title)])]),
    elementOf('div', {className: ['code-block__body']}, [
      elementOf('pre', {tabIndex: 0, dir: 'ltr', className: [`language-${language}`]}, [code]),
      elementOf('div', {className: ['code-block__copy'], dataNeedsScript: ''}),
    ]),
  ]);
}

function link(state: State, node: Link, {baseUrl, trailingSlash}: HtmlContext, links: string[]): Element {
  const {url, title} = node;
  const isInSite = url.startsWith('/');
  const href = isInSite ? applyTrailingSlash(baseUrl + url.slice(1), {trailingSlash, baseUrl}) : url;
  if (isInSite || url.startsWith('#')) {
    links.push(href);
  }
  const elsewhere = isInSite || url.startsWith('#') ? {} : {target: '_blank', rel: 'noopener noreferrer'};
  const anchor = elementOf('a', {href, ...elsewhere, ...(title == null ? {} : {title})}, state.all(node));
  return state.applyData(node, anchor);
}

function elementOf(
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element {
  return {type: 'element', tagName, properties, children: [...children]};
}

function text(value: string): ElementContent {
  return {type: 'text', value};
}
