import {escapeUnprintable, fewerEscapes, hex, needsNoEscape} from '../literals/escape';
import {everyNode, hasRepeats, type JsonTree} from '../literals/jsonTree';

/** A string literal with the quotes that need fewer escapes, as black chooses them. */
export function pythonString(text: string): string {
  if (needsNoEscape(text)) {
    return `"${text}"`;
  }
  const quote = fewerEscapes(text);
  return quote + pythonEscaped(text).replaceAll(quote, `\\${quote}`) + quote;
}

/** Text for the inside of an f-string in double quotes. */
export function pythonInFString(text: string): string {
  return pythonEscaped(text).replaceAll('"', '\\"').replace(/[{}]/g, '$&$&');
}

function pythonEscaped(text: string): string {
  return escapeUnprintable(text.replaceAll('\\', '\\\\'), (code, character) => {
    const short = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}[character];
    return short ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
}

/** Whether `json.dumps` of the literal gives these very tokens again. */
export function survivesPython(tree: JsonTree): boolean {
  return everyNode(tree, node => {
    switch (node.type) {
      case 'number':
        return numberSurvives(node.text);
      case 'object':
        return !hasRepeats(node.members);
      default:
        return true;
    }
  });
}

/** Integers have no limit but the length that Python converts; floats must print as they are written, not as `1e-05`. */
function numberSurvives(text: string): boolean {
  if (/^-?\d+$/.test(text)) {
    return text !== '-0' && text.length < 4000;
  }
  return (
    /^-?(?!0\.0000)\d{1,15}\.\d+$/.test(text) &&
    (String(Number(text)) === text || /^-?[1-9]\d{0,14}\.0$/.test(text))
  );
}

/** A literal laid out so that black leaves it: one entry a line, with the comma that asks for it. */
export function pythonLiteral(tree: JsonTree, indent: number): string {
  const inner = '    '.repeat(indent + 1);
  const outer = '    '.repeat(indent);
  switch (tree.type) {
    case 'null':
      return 'None';
    case 'true':
      return 'True';
    case 'false':
      return 'False';
    case 'number':
      return tree.text;
    case 'string':
      return pythonString(tree.value);
    case 'array': {
      const lines = tree.items.map(item => `${inner}${pythonLiteral(item, indent + 1)},`);
      return lines.length === 0 ? '[]' : `[\n${lines.join('\n')}\n${outer}]`;
    }
    case 'object': {
      const lines = tree.members.map(
        ({name, value}) => `${inner}${pythonString(name)}: ${pythonLiteral(value, indent + 1)},`,
      );
      return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${outer}}`;
    }
  }
}
