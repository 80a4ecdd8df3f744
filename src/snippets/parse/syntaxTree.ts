import type {SyntaxNode, Tree} from '@lezer/common';

import {messages} from '../../words';
import {NotUnderstood} from './notUnderstood';

const say = messages('codeSyntax', {
  incomplete: 'This {language} code is incomplete.',
});

/** The children of a node in order, brackets and commas among them. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

/** Throws {@link NotUnderstood} at the first place that is not of the language. */
export function demandSyntax(tree: Tree, language: string): void {
  let place: number | undefined;
  tree.iterate({
    enter(node) {
      if (node.type.isError) {
        place ??= node.from;
      }
      return place === undefined;
    },
  });
  if (place !== undefined) {
    throw new NotUnderstood(place, say('incomplete', {language}));
  }
}

/** Splits the children between brackets at commas. */
export function listed(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') {
      groups.push([]);
    } else if (!/^[()[\]{}]$/.test(node.name) && !/Comment$/.test(node.name)) {
      groups.at(-1)?.push(node);
    }
  }
  return groups.filter(group => group.length > 0);
}

/** The character of a code point in hexadecimal; one that Unicode does not have becomes U+FFFD. */
export function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
