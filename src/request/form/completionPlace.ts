import {createScanner, type Location} from 'jsonc-parser';

/** A piece of a text, as offsets, that a completion replaces. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly type: 'property' | 'value' | 'none';
}

/** The name, literal or bare word that the offset touches, else the empty place; undefined where nothing can begin. */
export function tokenAt(text: string, offset: number, {previousNode}: Location): Token | undefined {
  const end = previousNode ? previousNode.offset + previousNode.length : 0;
  const isString = previousNode !== undefined && text[previousNode.offset] === '"';
  const closed = !isString || (previousNode.length > 1 && text[end - 1] === '"');
  if (previousNode && (isString && closed ? offset < end : offset <= end)) {
    return {
      from: previousNode.offset,
      // A string without an end reaches to the end of its line: what follows the caret is not of it.
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

/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

export interface Surroundings {
  /** Where a value ends just before, so that a comma is missing. */
  readonly endOfValue: number | undefined;
  /** The first character of what follows. */
  readonly after: string;
}

/** What stands before and after a token, comments aside; undefined within a comment, where nothing is completed. */
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
