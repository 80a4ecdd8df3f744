import {TreeFragment, type SyntaxNode, type Tree} from '@lezer/common';
import type {LRParser} from '@lezer/lr';

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

/**
 * A parser that keeps what it made of the code before, and parses again only what has changed: a keystroke costs little. It
 * gives the tree, as {@link demandSyntax} wants it. Go's grammar is none for that: behind what is kept, it loses where a
 * statement ends.
 */
export function rereading(grammar: LRParser, language: string): (code: string) => Tree {
  // Of what lies in a buffer, nothing can be kept.
  const parser = grammar.configure({bufferLength: 32});
  let before: {readonly code: string; readonly tree: Tree} | undefined;
  return code => {
    const kept = parser.parse(code, before && unchanged(before.tree, before.code, code));
    // Where code is incomplete, the place that is told must not depend on what was there before.
    const tree = faultIn(kept) === undefined ? kept : parser.parse(code);
    before = {code, tree};
    demandSyntax(tree, language);
    return tree;
  };
}

function unchanged(tree: Tree, before: string, after: string): readonly TreeFragment[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [
    {fromA: start, toA: before.length - end, fromB: start, toB: after.length - end},
  ]);
}

/** Throws {@link NotUnderstood} at the first place that is not of the language. */
export function demandSyntax(tree: Tree, language: string): void {
  const place = faultIn(tree);
  if (place !== undefined) {
    throw new NotUnderstood(place, say('incomplete', {language}));
  }
}

function faultIn(tree: Tree): number | undefined {
  let place: number | undefined;
  tree.iterate({
    enter(node) {
      if (node.type.isError) {
        place ??= node.from;
      }
      return place === undefined;
    },
  });
  return place;
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
