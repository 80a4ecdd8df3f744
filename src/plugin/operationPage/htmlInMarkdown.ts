import type {Element} from 'hast';
import {raw} from 'hast-util-raw';
import {defaultSchema, sanitize, type Schema} from 'hast-util-sanitize';
import {toMdast, type State} from 'hast-util-to-mdast';
import type {Html, PhrasingContent, Root} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {visit} from 'unist-util-visit';

import {element, inlineElement, isBlock} from './tree';

/** Elements that mean nothing here beyond what they hold, or are taken out with all of it; none of them is a placeholder. */
const known = new Set([
  ...(defaultSchema.tagNames ?? []),
  ...['script', 'style', 'iframe', 'object', 'embed', 'form', 'button', 'video', 'audio', 'svg'],
  ...[
    'center',
    'font',
    'u',
    'small',
    'mark',
    'big',
    'abbr',
    'figure',
    'figcaption',
    'header',
    'footer',
    'main',
  ],
  ...['article', 'nav', 'caption', 'colgroup', 'col', 'body', 'html', 'head', 'link', 'meta'],
]);

const allowed: Schema = {...defaultSchema, strip: ['script', 'style', 'head', 'title']};

/** A tag of HTML, or a comment; with what is no name of an element, or has capitals in it, people mean something else. */
const tag = /<!--[^]*?-->|<\/?([a-zA-Z][\w-]*)(?:\s[^<>]*|\/)?>/g;

/**
 * A text whose HTML is Markdown: what generators of descriptions write, such as `<p>`, `<br>`, `<b>`, lists and tables, as
 * far as a sanitiser lets it through. A tag that HTML does not know is the text that it is, as `<id>` in an address.
 */
export function withoutHtml(tree: Root): Root {
  let hasHtml = false;
  visit(tree, 'html', (node, index, parent) => {
    const written = onlyKnownTags(node);
    hasHtml ||= /<[a-z!/]/i.test(written);
    if (parent && index !== undefined && !/<[a-z!/]/i.test(written)) {
      // Within a line it is a text, between blocks a line of its own.
      const text = {type: 'text' as const, value: node.value};
      const inBlocks = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
      parent.children.splice(index, 1, inBlocks ? {type: 'paragraph', children: [text]} : text);
    } else {
      node.value = written;
    }
  });
  return hasHtml ? throughHtml(tree) : tree;
}

function onlyKnownTags({value}: Html): string {
  return value.replace(tag, (written, name: string | undefined) => {
    const isKnown =
      name === undefined || (known.has(name.toLowerCase()) && /^([a-z\d]+|[A-Z\d]+)$/.test(name));
    return isKnown ? written : written.replaceAll('<', '&lt;');
  });
}

function throughHtml(tree: Root): Root {
  const whole = raw(toHast(tree, {allowDangerousHtml: true}));
  const read = toMdast(sanitize(whole, allowed), {
    document: true,
    handlers: {
      details: (state, node) => element('details', {}, state.toFlow(state.all(node)).filter(isBlock)),
      summary: (state, node) =>
        element('summary', {}, [{type: 'paragraph', children: phrasingOf(state, node)}]),
      sup: (state, node) => inlineElement('sup', {}, phrasingOf(state, node)),
      sub: (state, node) => inlineElement('sub', {}, phrasingOf(state, node)),
    },
  });
  visit(read, node => {
    delete node.position;
  });
  return read.type === 'root' ? read : {type: 'root', children: []};
}

function phrasingOf(state: State, node: Element): PhrasingContent[] {
  return state.toFlow(state.all(node)).flatMap(block => (block.type === 'paragraph' ? block.children : []));
}
