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
  const tokens = tokensOf(text);
  return tokens && !isTooDeep(tokens) ? readValue({tokens, at: 0}) : undefined;
}

/** What has been found to be JSON falls into tokens without further checks. */
function tokensOf(text: string): readonly string[] | undefined {
  try {
    JSON.parse(text);
    return text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/g) ?? [];
  } catch {
    // No JSON, or a string of so many escapes that no regular expression holds it.
    return undefined;
  }
}

/** Compilers give up on literals that nest some hundred levels, and people long before. */
const DEEPEST = 64;

function isTooDeep(tokens: readonly string[]): boolean {
  let depth = 0;
  return tokens.some(token => {
    depth += token === '[' || token === '{' ? 1 : token === ']' || token === '}' ? -1 : 0;
    return depth > DEEPEST;
  });
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

function readValue(cursor: Cursor): JsonTree {
  const token = cursor.tokens[cursor.at++] ?? '';
  switch (token) {
    case '{':
      return {type: 'object', members: readUntil('}', cursor, readMember)};
    case '[':
      return {type: 'array', items: readUntil(']', cursor, readValue)};
    case 'null':
    case 'true':
    case 'false':
      return {type: token};
    default:
      return token.startsWith('"') ? {type: 'string', value: unquoted(token)} : {type: 'number', text: token};
  }
}

function readMember(cursor: Cursor): JsonMember {
  const name = unquoted(cursor.tokens[cursor.at] ?? '');
  // The name and its colon.
  cursor.at += 2;
  return {name, value: readValue(cursor)};
}

function readUntil<Entry>(end: string, cursor: Cursor, read: (cursor: Cursor) => Entry): Entry[] {
  const entries: Entry[] = [];
  while (cursor.tokens[cursor.at] !== end) {
    entries.push(read(cursor));
    if (cursor.tokens[cursor.at] === ',') {
      cursor.at++;
    }
  }
  cursor.at++;
  return entries;
}

function unquoted(token: string): string {
  if (!token.includes('\\')) {
    return token.slice(1, -1);
  }
  const text: string = JSON.parse(token);
  return text;
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
