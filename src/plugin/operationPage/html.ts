import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {Element, ElementContent, Properties} from 'hast';
import {toHtml} from 'hast-util-to-html';
import type {Code, Image, Link, PhrasingContent, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import {toHast, type Handlers, type State} from 'mdast-util-to-hast';
import {visit} from 'unist-util-visit';

import {messages} from '../../words';
import {FIELDS_ELSEWHERE} from './fieldList';

const say = messages('nestedFields', {
  summary: 'Fields of {name}',
  more: '{count} more field|{count} more fields',
});

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

/** What stands in a line, such as the text of a heading. */
export function lineToHtml(line: readonly PhrasingContent[], context: HtmlContext): string {
  const tree = toHast({type: 'root', children: [...line]}, {handlers: handlersOf(context, [])});
  return toHtml(tree);
}

function handlersOf(context: HtmlContext, links: string[]): Handlers {
  return {
    mdxJsxFlowElement: (state: State, node: MdxJsxFlowElement) => jsxElement(state, node, context),
    mdxJsxTextElement: (state: State, node: MdxJsxTextElement) => jsxElement(state, node, context),
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

function jsxElement(
  state: State,
  node: MdxJsxFlowElement | MdxJsxTextElement,
  context: HtmlContext,
): Element {
  const children = state.all(node);
  const {className, ...attributes} = attributesOf(node);
  switch (node.name) {
    case 'NestedFields':
      return nestedFields(attributes, children);
    case FIELDS_ELSEWHERE:
      return fieldsElsewhere(attributes, children, context);
    case 'details':
      return unfolding(className ?? 'unfolding', children);
    case 'a':
    case 'div':
    case 'span':
    case 'sub':
    case 'summary':
    case 'sup':
      return elementOf(
        node.name,
        {...attributes, ...(className === undefined ? {} : {className: className.split(' ')})},
        children,
      );
    default:
      throw new Error(`The reference of an operation has an element <${node.name}> that has no HTML.`);
  }
}

/** The attributes of an element that are text. */
export function attributesOf({attributes}: MdxJsxFlowElement | MdxJsxTextElement): {[name: string]: string} {
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
  return elementOf('details', {className: ['nested-fields'], open: open !== undefined}, [
    elementOf('summary', {}, fieldsOfName(of)),
    ...children,
  ]);
}

function fieldsOfName(name: string): ElementContent[] {
  const [before = '', after = ''] = say('summary').split('{name}');
  return [text(before), elementOf('code', {}, [text(name)]), text(after)];
}

/** Fields that have a page of their own; ReferencePart brings them from there when a reader opens this. */
function fieldsElsewhere(
  {of = '', url = '', direction = '', count}: {readonly [name: string]: string},
  children: readonly ElementContent[],
  context: HtmlContext,
): Element {
  const summary = count === undefined ? fieldsOfName(of) : [text(say.plural('more', Number(count)))];
  return elementOf(
    'details',
    {className: ['nested-fields'], dataFieldsAt: addressOf(url, context), dataDirection: direction},
    [elementOf('summary', {}, summary), ...children],
  );
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

/** The address of a page of the site, as the site writes it. */
function addressOf(path: string, {baseUrl, trailingSlash}: HtmlContext): string {
  return applyTrailingSlash(baseUrl + path.slice(1), {trailingSlash, baseUrl});
}

function link(state: State, node: Link, context: HtmlContext, links: string[]): Element {
  const {url, title} = node;
  const isInSite = url.startsWith('/');
  const href = isInSite ? addressOf(url, context) : url;
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
