import {parseTree, type Node, type ParseError, type ParseOptions} from 'jsonc-parser';

import type {JsonPath} from './jsonText';

/** Deeper values are sent as they are and not parsed: recursion, here and in rendering, would overflow the stack. */
export const DEEPEST = 200;

/** JSON by RFC 8259, without extensions. */
export const strictJson: ParseOptions = {
  disallowComments: true,
  allowTrailingComma: false,
  allowEmptyContent: false,
};

/**
 * The tree of a JSON text, ignoring comments, as far as it can be parsed; undefined if nothing can, or it is nested too
 * deep. Syntax errors are added to `errors`.
 */
export function parseJsonTree(
  text: string,
  errors: ParseError[] = [],
  options?: ParseOptions,
): Node | undefined {
  return tooDeepAt(text) === undefined ? parseTree(text, errors, options) : undefined;
}

/** The tree of a text that is JSON except for comments. */
export function readableTree(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseJsonTree(text, errors);
  return errors.length === 0 ? tree : undefined;
}

/** The value at a path; if a name repeats, the last one, as in JSON.parse. */
export function nodeAt(tree: Node, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    const children = node?.type === (typeof step === 'number' ? 'array' : 'object') ? node.children : [];
    return typeof step === 'number'
      ? children?.[step]
      : children?.findLast(({children: [name] = []}) => name?.value === step)?.children?.[1];
  }, tree);
}

/** Where a text is nested deeper than {@link DEEPEST} levels, if it is; the text need not be valid JSON. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at);
        break;
      case '/':
        at = endOfComment(text, at);
        break;
      case '{':
      case '[':
        if (++depth > DEEPEST) {
          return at;
        }
        break;
      case '}':
      case ']':
        depth--;
        break;
    }
  }
  return undefined;
}

/** The end of the string that starts at an offset: its quote, or the end of its line. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

/** The end of the comment that starts at an offset; the offset itself if there is none. */
function endOfComment(text: string, start: number): number {
  const end = {'/': '\n', '*': '*/'}[text[start + 1] ?? ''];
  if (end === undefined) {
    return start;
  }
  const at = text.indexOf(end, start + 2);
  return at < 0 ? text.length : at + end.length - 1;
}
