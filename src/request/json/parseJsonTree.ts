import {parseTree, type Node, type ParseError, type ParseOptions} from 'jsonc-parser';

import type {JsonPath} from './jsonText';

/** Deeper values are sent as they are and not read: recursion, here and in what renders a form, would end the stack. */
export const DEEPEST = 200;

/** JSON as RFC 8259 has it. */
export const strictJson: ParseOptions = {
  disallowComments: true,
  allowTrailingComma: false,
  allowEmptyContent: false,
};

/**
 * The tree of a JSON text, comments aside, as far as it can be read; undefined when nothing can, or it nests too deep. What
 * could not be read is added to `errors`.
 */
export function parseJsonTree(
  text: string,
  errors: ParseError[] = [],
  options?: ParseOptions,
): Node | undefined {
  return tooDeepAt(text) === undefined ? parseTree(text, errors, options) : undefined;
}

/** The tree of a text that is JSON but for comments. */
export function readableTree(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseJsonTree(text, errors);
  return errors.length === 0 ? tree : undefined;
}

/** The value at a path; of members that share a name the last, as JSON.parse has it. */
export function nodeAt(tree: Node, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    const children = node?.type === (typeof step === 'number' ? 'array' : 'object') ? node.children : [];
    return typeof step === 'number'
      ? children?.[step]
      : children?.findLast(({children: [name] = []}) => name?.value === step)?.children?.[1];
  }, tree);
}

/** Where a text nests deeper than {@link DEEPEST} levels, if it does; whether it is JSON otherwise does not matter. */
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

/** Where the string that begins at an offset ends: at its quote, or with its line. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

/** Where the comment that begins at an offset ends; the offset itself when none does. */
function endOfComment(text: string, start: number): number {
  const end = {'/': '\n', '*': '*/'}[text[start + 1] ?? ''];
  if (end === undefined) {
    return start;
  }
  const at = text.indexOf(end, start + 2);
  return at < 0 ? text.length : at + end.length - 1;
}
