import {escapeUnprintable, fewerEscapes, hex, needsNoEscape} from '../literals/escape';
import {everyNode, hasRepeats, type JsonTree} from '../literals/jsonTree';

const WIDTH = 80;

/** A string literal with the quotes that need fewer escapes, as prettier chooses them. */
export function jsString(text: string): string {
  if (needsNoEscape(text)) {
    return `"${text}"`;
  }
  const quote = fewerEscapes(text);
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
        const key = jsPropertyName(name);
        return jsProperty(key, jsLiteral(value, indent + 1, key.length + 3), indent + 1);
      });
      return `{\n${lines.join('\n')}\n${pad(indent)}}`;
    }
    default:
      return tree.type;
  }
}

function jsArray(items: readonly JsonTree[], indent: number, taken: number): string {
  const flat = flatArray(items, WIDTH - indent * 2 - taken);
  if (flat !== undefined) {
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

/** A list on one line, or undefined when it may not stand so or takes more columns than there are. */
function flatArray(items: readonly JsonTree[], columns: number): string | undefined {
  // What holds a value in each of two columns at least cannot fit: no need to print it to find out.
  if (items.length * 2 > columns || (items.length > 1 && items.every(isLong))) {
    return undefined;
  }
  const values: string[] = [];
  let left = columns - 2;
  for (const item of items) {
    const value = flatLiteral(item, left);
    if (value === undefined) {
      return undefined;
    }
    values.push(value);
    left -= value.length + 2;
  }
  const flat = `[${values.join(', ')}]`;
  return flat.length <= columns ? flat : undefined;
}

function flatLiteral(tree: JsonTree, columns: number): string | undefined {
  switch (tree.type) {
    case 'array':
      return flatArray(tree.items, columns);
    case 'object':
      return tree.members.length === 0 ? '{}' : undefined;
    default:
      return jsLiteral(tree, 0, 0);
  }
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

/** The name of a property, quoted where it must be. */
export function jsPropertyName(name: string): string {
  const bare =
    /^[A-Za-z_$][\w$]*$/.test(name) ||
    (/^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name) && !/[\u{10000}-\u{10ffff}]/u.test(name));
  return bare ? name : jsString(name);
}

/** A line of an object literal; a string that does not fit beside its name goes on a line of its own. */
export function jsProperty(key: string, value: string, indent: number): string {
  const line = `${pad(indent)}${key}: ${value},`;
  // A name of fewer than five columns gains too little from a break.
  const broken = /^["']/.test(value) && width(key) >= 5 && width(line) > WIDTH;
  return broken ? `${pad(indent)}${key}:\n${pad(indent + 1)}${value},` : line;
}

/** A call with its arguments on one line where they fit, else one a line; `rest` follows on the last line. */
export function jsCall(callee: string, args: readonly string[], indent: number, rest: string): string {
  const flat = `${callee}(${args.join(', ')})${rest}`;
  if (width(pad(indent) + flat) <= WIDTH) {
    return flat;
  }
  return `${callee}(\n${args.map(arg => `${pad(indent + 1)}${arg},\n`).join('')}${pad(indent)})${rest}`;
}

/** Columns as prettier counts them: wide characters and emoji take two. */
function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text.length;
  }
  const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}]/u;
  return [...text].reduce((columns, character) => columns + (wide.test(character) ? 2 : 1), 0);
}

function pad(indent: number): string {
  return '  '.repeat(indent);
}
