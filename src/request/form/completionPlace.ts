import {createScanner, type Location} from 'jsonc-parser';

/** The range of a text, as offsets, that a completion replaces. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly type: 'property' | 'value' | 'none';
}

/** The name, literal or bare word at the offset, else an empty range; undefined if nothing can start there. */
export function tokenAt(text: string, offset: number, {previousNode}: Location): Token | undefined {
  const end = previousNode ? previousNode.offset + previousNode.length : 0;
  const isString = previousNode !== undefined && text[previousNode.offset] === '"';
  const closed = !isString || (previousNode.length > 1 && text[end - 1] === '"');
  if (previousNode && (isString && closed ? offset < end : offset <= end)) {
    return {
      from: previousNode.offset,
      // An unterminated string would reach to the end of its line, but what follows the caret does not belong to it.
      to: closed ? end : offset,
      type: previousNode.type === 'property' ? 'property' : 'value',
    };
  }
  if (previousNode?.type === 'property') {
    return undefined;
  }
  const word = /[\w$.+-]*$/.exec(lineBefore(text, offset))?.[0] ?? '';
  return {from: offset - word.length, to: offset, type: 'none'};
}

/** The text before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

export interface Surroundings {
  /** The end of the value before, if a comma is missing after it. */
  readonly endOfValue: number | undefined;
  /** The first character of what follows. */
  readonly after: string;
}

/** What is before and after a token, ignoring comments; undefined within a comment, where nothing is completed. */
export function surroundings(text: string, {from, to}: Token): Surroundings | undefined {
  const scanner = createScanner(text);
  let endOfValue: number | undefined;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const token = text.slice(start, Math.min(end, start + 2));
    if (/^\s/.test(token)) {
      continue;
    }
    if (token === '//' || token === '/*') {
      if (start < from && (token === '//' ? from <= end : from < end)) {
        return undefined;
      }
      continue;
    }
    if (start >= to && start > from) {
      return {endOfValue, after: token.charAt(0)};
    }
    if (end <= from) {
      endOfValue = /^[{[:,]/.test(token) ? undefined : end;
    }
  }
  return {endOfValue, after: ''};
}
