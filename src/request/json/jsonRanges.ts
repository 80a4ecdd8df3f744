import type {Node} from 'jsonc-parser';

/** A range of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The ranges of a JSON text that belong to one item of an array or one member of an object. */
export interface ChildRanges {
  /** The child, the comments on lines of their own above it and those before its comma. */
  readonly child: TextRange;
  /** The comment after it and its comma on its line; empty if there is none. */
  readonly behind: TextRange;
}

export function childRanges(text: string, parent: Node, index: number): ChildRanges | undefined {
  const [before, node] = [parent.children?.[index - 1], parent.children?.[index]];
  if (!node) {
    return undefined;
  }
  // A comment after the opening bracket on its line is about the whole.
  const from = before ? behind(text, before).end : lineComment(text, parent.offset + 1).end;
  const start = from + spaces(text.slice(from));
  return {child: {start, end: endOf(text, node)}, behind: behind(text, node)};
}

/** The length of the white space, and the comma, at the start of a text. */
export function spaces(text: string): number {
  return /^[\s,]*/.exec(text)?.[0].length ?? 0;
}

/** The offset of the comma after a value, skipping comments. */
export function commaAt(text: string, end: number): number {
  return end + (/^(?:\s|\/\/[^\n]*|\/\*(?:(?!\*\/)[^])*\*\/)*/.exec(text.slice(end))?.[0].length ?? 0);
}

/** The end of a value and of the comments before its comma. */
function endOf(text: string, {offset, length}: Node): number {
  const end = offset + length;
  return end + (/^(?:\s*\/\*(?:(?!\*\/)[^])*\*\/)+(?=\s*,)/.exec(text.slice(end))?.[0].length ?? 0);
}

function behind(text: string, node: Node): TextRange {
  const end = endOf(text, node);
  return lineComment(text, end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0));
}

/** The comment up to the end of a line. */
function lineComment(text: string, start: number): TextRange {
  const found = /^[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/(?=[ \t]*(?:\n|$)))/.exec(text.slice(start));
  return {start, end: start + (found?.[0].length ?? 0)};
}
