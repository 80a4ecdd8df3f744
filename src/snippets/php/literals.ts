import {escapeUnprintable, hasUnprintable, hex} from '../literals/escape';
import {everyNode, hasRepeats, type JsonTree} from '../literals/jsonTree';

/** A string literal in single quotes, or in double quotes where characters have to be escaped. */
export function phpString(text: string): string {
  if (!text.includes('\n') && !hasUnprintable(text)) {
    return `'${text.replace(/[\\']/g, '\\$&')}'`;
  }
  const escaped = escapeUnprintable(text.replace(/[\\"$]/g, '\\$&'), (code, character) => {
    const short = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}[character];
    return short ?? `\\u{${hex(code, 4)}}`;
  });
  return `"${escaped}"`;
}

/** Whether `json_encode` of the literal gives these very tokens again. */
export function survivesPhp(tree: JsonTree): boolean {
  return everyNode(tree, node => {
    switch (node.type) {
      case 'number':
        return numberSurvives(node.text);
      case 'string':
        return node.value.isWellFormed();
      case 'object':
        // Names that are integers would make a list of it.
        return (
          !hasRepeats(node.members) &&
          node.members.every(({name}) => name.isWellFormed() && !/^-?\d+$/.test(name))
        );
      default:
        return true;
    }
  });
}

/** Integers have 64 bits; floats lose a zero at their end, and are printed with an exponent below 0.0001. */
function numberSurvives(text: string): boolean {
  return /^-?\d+$/.test(text)
    ? text !== '-0' && text.length <= 18
    : /^-?(?!0\.0000)\d{1,15}\.\d+$/.test(text) && String(Number(text)) === text;
}

/** A literal with one entry a line, indented in steps of four. */
export function phpLiteral(tree: JsonTree, indent: number): string {
  switch (tree.type) {
    case 'null':
    case 'true':
    case 'false':
      return tree.type;
    case 'number':
      return tree.text;
    case 'string':
      return phpString(tree.value);
    case 'array':
      return phpArray(
        tree.items.map(item => phpLiteral(item, indent + 1)),
        indent,
      );
    case 'object':
      return tree.members.length === 0
        ? 'new stdClass()'
        : phpArray(
            tree.members.map(({name, value}) => `${phpString(name)} => ${phpLiteral(value, indent + 1)}`),
            indent,
          );
  }
}

/** An array with one entry a line. */
export function phpArray(entries: readonly string[], indent: number): string {
  const inner = '    '.repeat(indent + 1);
  return entries.length === 0
    ? '[]'
    : `[\n${entries.map(entry => `${inner}${entry},\n`).join('')}${'    '.repeat(indent)}]`;
}
