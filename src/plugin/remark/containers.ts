import type {Node} from 'unist';

/** Columns to which a tab reaches, as Markdown counts them. */
const tabSize = 4;

/**
 * The part of a line that belongs to the blocks around it: list items, block quotes, directives and footnotes
 * (CommonMark §5). What follows is the author's own text.
 * @param containers the blocks around it, outermost first
 * @param lines the page, a line each
 * @param number the line, from one
 * @returns how many characters to take off
 */
export function containerPrefix(
  containers: readonly Node[],
  lines: readonly string[],
  number: number,
): number {
  const text = lines[number - 1] ?? '';
  return containers.reduce((index, container, depth) => {
    const start = container.position?.start.line ?? number;
    if (container.type === 'blockquote') {
      return index + (/^ {0,3}>[ \t]?/.exec(text.slice(index))?.[0].length ?? 0);
    }
    const first = lines[start - 1] ?? '';
    const from = start === number ? index : containerPrefix(containers.slice(0, depth), lines, start);
    return number === start
      ? index + opening(container, first.slice(from)).length
      : skipColumns(text, index, width(opening(container, first.slice(from)), column(first, from)));
  }, 0);
}

/** What opens a container on its first line, such as `1. `, and sets how far its other lines are indented. */
function opening(container: Node, text: string): string {
  switch (container.type) {
    case 'listItem': {
      const [marker = ''] = /^ {0,3}(?:[-*+]|\d{1,9}[.)])/.exec(text) ?? [];
      const [space = ''] = /^[ \t]*/.exec(text.slice(marker.length)) ?? [];
      const isEmpty = marker.length + space.length === text.length;
      return marker + (isEmpty || space.length > 4 ? ' ' : space);
    }
    case 'containerDirective':
      return /^ {0,3}/.exec(text)?.[0] ?? '';
    case 'footnoteDefinition':
      return '    ';
    default:
      return '';
  }
}

function width(prefix: string, from: number): number {
  return column(prefix, prefix.length, from) - from;
}

/** Skips white space over so many columns, fewer where other text comes first. */
function skipColumns(text: string, index: number, columns: number): number {
  const target = column(text, index) + columns;
  let end = index;
  while ((text[end] === ' ' || text[end] === '\t') && column(text, end + 1) <= target) {
    end += 1;
  }
  return end;
}

function column(text: string, end: number, start = 0): number {
  return [...text.slice(0, end)].reduce(
    (at, letter) => (letter === '\t' ? at + tabSize - (at % tabSize) : at + 1),
    start,
  );
}
