import {parseTree, type Node, type ParseError} from 'jsonc-parser';

/** JSON as it is written: numbers keep their text, members their order and repeats. */
export type JsonTree =
  | {readonly type: 'null' | 'true' | 'false'}
  | {readonly type: 'number'; readonly text: string}
  | {readonly type: 'string'; readonly value: string}
  | {readonly type: 'array'; readonly items: readonly JsonTree[]}
  | {readonly type: 'object'; readonly members: readonly JsonMember[]};

export interface JsonMember {
  readonly name: string;
  readonly value: JsonTree;
}

/** The text that was read last: the samples of one request ask for the same tree in turn. */
let last: {readonly text: string; readonly tree: JsonTree | undefined} | undefined;

/** The tree of a JSON text (RFC 8259), or undefined when it is not JSON or nests too deep to print. */
export function jsonTree(text: string): JsonTree | undefined {
  if (last?.text !== text) {
    last = {text, tree: parsed(text)};
  }
  return last.tree;
}

function parsed(text: string): JsonTree | undefined {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, {disallowComments: true, allowTrailingComma: false});
    return root && errors.length === 0 ? treeOf(text, root) : undefined;
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function treeOf(source: string, node: Node): JsonTree {
  switch (node.type) {
    case 'object':
      return {
        type: 'object',
        members: (node.children ?? []).flatMap(({children: [name, value] = []}) =>
          name && value ? [{name: String(name.value), value: treeOf(source, value)}] : [],
        ),
      };
    case 'array':
      return {type: 'array', items: (node.children ?? []).map(child => treeOf(source, child))};
    case 'string':
      return {type: 'string', value: String(node.value)};
    case 'number':
      return {type: 'number', text: source.slice(node.offset, node.offset + node.length)};
    case 'boolean':
      return {type: node.value ? 'true' : 'false'};
    default:
      return {type: 'null'};
  }
}

/** Whether every value of a tree passes a check of its own. */
export function everyNode(tree: JsonTree, check: (node: JsonTree) => boolean): boolean {
  if (!check(tree)) {
    return false;
  }
  switch (tree.type) {
    case 'object':
      return tree.members.every(({value}) => everyNode(value, check));
    case 'array':
      return tree.items.every(item => everyNode(item, check));
    default:
      return true;
  }
}

/** Whether an object names a member twice: literals of programming languages would keep only one. */
export function hasRepeats(members: readonly JsonMember[]): boolean {
  return new Set(members.map(({name}) => name)).size < members.length;
}
