import type {Node} from 'jsonc-parser';

import {childRanges, commaAt, spaces} from './jsonRanges';
import type {JsonPath} from './jsonText';
import {nodeAt, readableTree} from './parseJsonTree';

/**
 * The text with the value at a path replaced by another JSON text, or removed if undefined. Everything else stays as
 * written; missing parents are added. Text that cannot be parsed, even without its comments, is not changed.
 */
export function withJsonAt(text: string, path: JsonPath, value: string | undefined): string {
  if (text.trim() === '') {
    return value === undefined ? text : nestedText(path, value);
  }
  const tree = readableTree(text);
  if (!tree) {
    return text;
  }
  const existing = nodeAt(tree, path);
  if (value === undefined) {
    const rest = existing ? withoutNode(text, existing) : text;
    // Other members of the same name have to go too; the next array item has to stay.
    return existing && typeof path.at(-1) === 'string' ? withJsonAt(rest, path, undefined) : rest;
  }
  if (existing) {
    return text.slice(0, existing.offset) + value + text.slice(existing.offset + existing.length);
  }
  let parent = tree;
  let depth = 0;
  for (let next: Node | undefined = tree; next; next = nodeAt(tree, path.slice(0, ++depth))) {
    parent = next;
  }
  const [name, ...deeper] = path.slice(depth - 1);
  const isObject = typeof name === 'string';
  if (parent.type !== (isObject ? 'object' : 'array')) {
    return withJsonAt(text, path.slice(0, depth - 1), nestedText(path.slice(depth - 1), value));
  }
  return withChild(text, parent, (isObject ? `${JSON.stringify(name)}: ` : '') + nestedText(deeper, value));
}

/** The JSON text of the value at a path; undefined if there is none, or if the text cannot be parsed. */
export function jsonAt(text: string, path: JsonPath): string | undefined {
  const tree = readableTree(text);
  const node = tree && nodeAt(tree, path);
  return node && text.slice(node.offset, node.offset + node.length);
}

/** A value within the objects and arrays of a path. */
function nestedText(path: JsonPath, value: string): string {
  return path.reduceRight<string>(
    (inner, step) =>
      typeof step === 'string'
        ? `{\n  ${JSON.stringify(step)}: ${indented(inner, '  ')}\n}`
        : `[\n  ${indented(inner, '  ')}\n]`,
    value,
  );
}

/** The text with another member or item at the end of an object or an array, formatted like the others. */
function withChild(text: string, parent: Node, child: string): string {
  const closing = parent.offset + parent.length - 1;
  const count = parent.children?.length ?? 0;
  const indent = indentAt(text, parent.offset);
  const last = childRanges(text, parent, count - 1);
  if (!last) {
    const inside = text.slice(parent.offset + 1, closing).trimEnd();
    const made = `${inside}\n${indent}  ${indented(child, `${indent}  `)}\n${indent}`;
    return text.slice(0, parent.offset + 1) + made + text.slice(closing);
  }
  const node = parent.children?.[count - 1];
  const start = node?.offset ?? last.child.start;
  const ownLine = /\n[ \t]*$/.test(text.slice(0, start));
  const before = ownLine ? `\n${indentAt(text, start)}` : ' ';
  const end = node ? node.offset + node.length : last.child.end;
  return (
    `${text.slice(0, end)},${text.slice(end, last.behind.end)}` +
    before +
    indented(child, ownLine ? indentAt(text, start) : indent) +
    text.slice(last.behind.end)
  );
}

/** The text without a member or an item, its comma and its comments; removing the root leaves an empty text. */
function withoutNode(text: string, value: Node): string {
  const node = value.parent?.type === 'property' ? value.parent : value;
  const {parent} = node;
  const siblings = parent?.children ?? [];
  const index = siblings.indexOf(node);
  const ranges = parent && childRanges(text, parent, index);
  if (!ranges) {
    return '';
  }
  const {child, behind} = ranges;
  if (index < siblings.length - 1) {
    const end = Math.max(behind.end, commaAt(text, child.end) + 1);
    return text.slice(0, child.start) + text.slice(end + spaces(text.slice(end)));
  }
  const before = childRanges(text, parent, index - 1);
  if (before) {
    const comma = commaAt(text, before.child.end);
    return text.slice(0, comma) + text.slice(comma + 1, before.behind.end) + text.slice(behind.end);
  }
  const kept = text.slice(0, child.start).trimEnd();
  const rest = text.slice(behind.end);
  return kept.length === parent.offset + 1 ? kept + rest.trimStart() : kept + rest;
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

/** The indentation of a line. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}
