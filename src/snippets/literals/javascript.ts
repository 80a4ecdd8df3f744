import {escapeUnprintable, hex} from './escape';
import {everyNode, hasRepeats, type JsonTree} from './jsonTree';

const WIDTH = 80;

/** A string literal with the quotes that need fewer escapes, as prettier chooses them. */
export function jsString(text: string): string {
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  return quote + jsEscaped(text).replaceAll(quote, `\\${quote}`) + quote;
}

/** Text for the inside of a template literal, around a `${…}`. */
export function jsInTemplate(text: string): string {
  return jsEscaped(text).replace(/`|\$\{/g, '\\$&');
}

function jsEscaped(text: string): string {
  return escapeUnprintable(text.replaceAll('\\', '\\\\'), (code, character) => {
    const short = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}[character];
    return short ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
}

/** Whether `JSON.stringify` of the literal gives these very tokens again. */
export function survivesJavaScript(tree: JsonTree): boolean {
  return everyNode(tree, node => {
    switch (node.type) {
      case 'number':
        return String(Number(node.text)) === node.text;
      case 'object':
        // Integer-like names move to the front, and __proto__ sets the prototype.
        return !hasRepeats(node.members) && !node.members.some(({name}) => /^\d+$|^__proto__$/.test(name));
      default:
        return true;
    }
  });
}

/** A literal laid out as prettier would: `indent` in steps of two, `taken` columns before and after it on its line. */
export function jsLiteral(tree: JsonTree, indent: number, taken: number): string {
  switch (tree.type) {
    case 'string':
      return jsString(tree.value);
    case 'number':
      return tree.text;
    case 'array':
      return jsArray(tree.items, indent, taken);
    case 'object': {
      if (tree.members.length === 0) {
        return '{}';
      }
      const lines = tree.members.map(({name, value}) => {
        const key = isIdentifier(name) ? name : jsString(name);
        return `${pad(indent + 1)}${key}: ${jsLiteral(value, indent + 1, key.length + 3)},`;
      });
      return `{\n${lines.join('\n')}\n${pad(indent)}}`;
    }
    default:
      return tree.type;
  }
}

function jsArray(items: readonly JsonTree[], indent: number, taken: number): string {
  const flat = `[${items.map(item => jsLiteral(item, indent, 0)).join(', ')}]`;
  const nested = items.length > 1 && items.every(item => isLong(item));
  if (!flat.includes('\n') && !nested && indent * 2 + taken + flat.length <= WIDTH) {
    return flat;
  }
  if (items.every(({type}) => type === 'number')) {
    return `[\n${filled(
      items.map(item => jsLiteral(item, 0, 0)),
      indent + 1,
    )}\n${pad(indent)}]`;
  }
  const lines = items.map(item => `${pad(indent + 1)}${jsLiteral(item, indent + 1, 1)},`);
  return `[\n${lines.join('\n')}\n${pad(indent)}]`;
}

/** Prettier breaks a list of lists that hold more than one item each. */
function isLong(tree: JsonTree): boolean {
  return (
    (tree.type === 'array' && tree.items.length > 1) || (tree.type === 'object' && tree.members.length > 1)
  );
}

/** Numbers fill their lines. */
function filled(numbers: readonly string[], indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const number of numbers) {
    const next = line === '' ? `${pad(indent)}${number},` : `${line} ${number},`;
    if (next.length > WIDTH && line !== '') {
      lines.push(line);
      line = `${pad(indent)}${number},`;
    } else {
      line = next;
    }
  }
  return [...lines, line].join('\n');
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function pad(indent: number): string {
  return '  '.repeat(indent);
}
