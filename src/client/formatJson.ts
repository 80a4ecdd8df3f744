import {endOfString, skipSpace} from './answer/jsonScan';

const INDENT = '  ';
/** Deeper levels share one indentation: a megabyte of brackets must not become a terabyte of spaces. */
const DEEPEST_INDENT = 64;

/**
 * Formats JSON text over lines, two spaces a level, by its tokens alone: numbers keep all digits, strings their
 * escapes, objects the order of their keys, even repeated ones. Linear in the length of the text. Returns undefined if
 * the text is not JSON (RFC 8259).
 */
export function formatJson(text: string): string | undefined {
  if (!isJson(text)) {
    return undefined;
  }
  const structural = /[{}[\],:"]/g;
  const out: string[] = [];
  let depth = 0;
  let at = 0;
  for (;;) {
    structural.lastIndex = at;
    const found = structural.exec(text);
    out.push(text.slice(at, found?.index).trim());
    if (!found) {
      return out.join('');
    }
    const [token] = found;
    at = found.index + 1;
    switch (token) {
      case '"':
        at = endOfString(text, found.index);
        out.push(text.slice(found.index, at));
        break;
      case ':':
        out.push(': ');
        break;
      case ',':
        out.push(',', lineBreak(depth));
        break;
      case '{':
      case '[': {
        const next = skipSpace(text, at);
        if (text[next] === '}' || text[next] === ']') {
          out.push(token, text.charAt(next));
          at = next + 1;
        } else {
          depth += 1;
          out.push(token, lineBreak(depth));
        }
        break;
      }
      default:
        depth -= 1;
        out.push(lineBreak(depth), token);
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lineBreak(depth: number): string {
  return `\n${INDENT.repeat(Math.min(depth, DEEPEST_INDENT))}`;
}
