import {escapeUnprintable, hasUnprintable, hex} from '../literals/escape';
import {everyNode, hasRepeats, type JsonTree} from '../literals/jsonTree';

/** A string literal in single quotes where nothing has to be escaped but backslashes, as RuboCop asks for them. */
export function rubyString(text: string): string {
  const isPlain = !/['\n]/.test(text) && !hasUnprintable(text);
  return isPlain ? `'${text.replaceAll('\\', '\\\\')}'` : `"${rubyInDoubleQuotes(text)}"`;
}

/** Text for the inside of double quotes, around a `#{…}`. */
export function rubyInDoubleQuotes(text: string): string {
  return escapeUnprintable(text.replace(/[\\"]|#(?=[{$@])/g, '\\$&'), (code, character) => {
    const short = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}[character];
    return short ?? `\\u${hex(code, 4)}`;
  });
}

/** Whether `to_json` of the literal gives these very tokens again. */
export function survivesRuby(tree: JsonTree): boolean {
  return everyNode(tree, node => {
    switch (node.type) {
      case 'number':
        return numberSurvives(node.text);
      case 'string':
        return node.value.isWellFormed();
      case 'object':
        return !hasRepeats(node.members) && node.members.every(({name}) => name.isWellFormed());
      default:
        return true;
    }
  });
}

/** Integers have no limit; floats are printed with an exponent below 0.0001 and from 10^16 on. */
function numberSurvives(text: string): boolean {
  return /^-?\d+$/.test(text)
    ? text !== '-0'
    : /^-?(?!0\.0000)\d{1,15}\.\d+$/.test(text) &&
        (String(Number(text)) === text || /^-?[1-9]\d{0,14}\.0$/.test(text));
}

/** A literal with one entry a line, indented in steps of two. */
export function rubyLiteral(tree: JsonTree, indent: number): string {
  const inner = '  '.repeat(indent + 1);
  switch (tree.type) {
    case 'null':
      return 'nil';
    case 'true':
    case 'false':
      return tree.type;
    case 'number':
      return tree.text;
    case 'string':
      return rubyString(tree.value);
    case 'array':
      return within(
        '[]',
        tree.items.map(item => inner + rubyLiteral(item, indent + 1)),
        indent,
      );
    case 'object':
      return within(
        '{}',
        tree.members.map(({name, value}) => `${inner}${rubyKey(name)}: ${rubyLiteral(value, indent + 1)}`),
        indent,
      );
  }
}

function within(brackets: string, lines: readonly string[], indent: number): string {
  return lines.length === 0
    ? brackets
    : `${brackets[0]}\n${lines.join(',\n')}\n${'  '.repeat(indent)}${brackets[1]}`;
}

/** The name of a symbol, quoted where it must be. */
function rubyKey(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : rubyString(name);
}
