import {endOfScalar, endOfString, skipSpace} from './jsonScan';

/**
 * Where each value of a JSON text starts and ends, in the order of the text (RFC 8259). A node is a number: 0 is the
 * whole text, and the nodes within a node follow it. Nothing of the text is copied or parsed, so digits, escapes,
 * repeated names and order are kept. As typed arrays, half a million values take a few megabytes.
 */
export interface JsonOutline {
  readonly text: string;
  readonly count: number;
  readonly start: Uint32Array<ArrayBuffer>;
  /** The index after the last character of the value. */
  readonly end: Uint32Array<ArrayBuffer>;
  /** The next node that is not within this one. */
  readonly after: Uint32Array<ArrayBuffer>;
  /** -1 for the whole. */
  readonly parent: Int32Array<ArrayBuffer>;
  /** Where the name of a member starts, with its quote; 0 when the value has no name. */
  readonly nameStart: Uint32Array<ArrayBuffer>;
  /** The index among the parent's values, from 0. */
  readonly position: Uint32Array<ArrayBuffer>;
  /** How many values an array or object holds. */
  readonly size: Uint32Array<ArrayBuffer>;
  /** How many values it is nested in. */
  readonly depth: Uint32Array<ArrayBuffer>;
}

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** The outline of a JSON text, in one pass; undefined when the text is not JSON. */
export function jsonOutline(text: string): JsonOutline | undefined {
  const nodes = new Nodes(text.length);
  let at = skipSpace(text, 0);
  let open = -1;
  for (;;) {
    // A value starts here.
    let nameStart = 0;
    if (open >= 0 && text[nodes.start[open] ?? 0] === '{') {
      nameStart = at;
      at = endOfString(text, at);
      at = at < 0 ? at : skipSpace(text, at);
      if (at < 0 || text[at] !== ':') {
        return undefined;
      }
      at = skipSpace(text, at + 1);
    }
    const node = nodes.add(at, open, nameStart);
    const first = text[at];
    if (first === '{' || first === '[') {
      at = skipSpace(text, at + 1);
      if (text[at] !== closing(first)) {
        open = node;
        continue;
      }
      at += 1;
    } else {
      at = endOfScalar(text, at);
      if (at < 0) {
        return undefined;
      }
    }
    nodes.close(node, at);
    // A value has ended here, and so may those that contain it.
    for (;;) {
      at = skipSpace(text, at);
      if (open < 0) {
        return at === text.length ? nodes.outline(text) : undefined;
      }
      if (text[at] === ',') {
        at = skipSpace(text, at + 1);
        break;
      }
      if (text[at] !== closing(text[nodes.start[open] ?? 0])) {
        return undefined;
      }
      at += 1;
      nodes.close(open, at);
      open = nodes.parent[open] ?? -1;
    }
  }
}

export function kindOf({text, start}: JsonOutline, node: number): JsonKind {
  switch (text[start[node] ?? 0]) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The value as it is written. */
export function valueText({text, start, end}: JsonOutline, node: number): string {
  return text.slice(start[node], end[node]);
}

/** The name of a member as it is written, with its quotes; undefined for items and for the whole. */
export function nameText({text, nameStart}: JsonOutline, node: number): string | undefined {
  const from = nameStart[node] ?? 0;
  return from === 0 ? undefined : text.slice(from, endOfString(text, from));
}

/** The name of a member, its escapes read. */
export function decodedName(outline: JsonOutline, node: number): string | undefined {
  const written = nameText(outline, node);
  return written === undefined ? undefined : readString(written);
}

/** The text that a JSON string represents. */
export function readString(written: string): string {
  if (!written.includes('\\')) {
    return written.slice(1, -1);
  }
  const text: string = JSON.parse(written);
  return text;
}

/** The values directly within a node. */
export function* childrenOf({after}: JsonOutline, node: number): Generator<number> {
  const end = after[node] ?? 0;
  for (let child = node + 1; child < end; child = after[child] ?? end) {
    yield child;
  }
}

/** The node and those it stands within, the whole first. */
export function withAncestors({parent}: JsonOutline, node: number): readonly number[] {
  const path: number[] = [];
  for (let current = node; current >= 0; current = parent[current] ?? -1) {
    path.push(current);
  }
  return path.reverse();
}

/** Arrays that grow, because the number of values is only known at the end. */
class Nodes {
  count = 0;
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  after: Uint32Array<ArrayBuffer>;
  parent: Int32Array<ArrayBuffer>;
  nameStart: Uint32Array<ArrayBuffer>;
  position: Uint32Array<ArrayBuffer>;
  size: Uint32Array<ArrayBuffer>;
  depth: Uint32Array<ArrayBuffer>;

  constructor(textLength: number) {
    const capacity = 16 + Math.ceil(textLength / 12);
    this.start = new Uint32Array(capacity);
    this.end = new Uint32Array(capacity);
    this.after = new Uint32Array(capacity);
    this.parent = new Int32Array(capacity);
    this.nameStart = new Uint32Array(capacity);
    this.position = new Uint32Array(capacity);
    this.size = new Uint32Array(capacity);
    this.depth = new Uint32Array(capacity);
  }

  add(start: number, parent: number, nameStart: number): number {
    if (this.count === this.start.length) {
      this.#grow();
    }
    const node = this.count++;
    this.start[node] = start;
    this.parent[node] = parent;
    this.nameStart[node] = nameStart;
    if (parent >= 0) {
      const position = this.size[parent] ?? 0;
      this.position[node] = position;
      this.size[parent] = position + 1;
      this.depth[node] = (this.depth[parent] ?? 0) + 1;
    }
    return node;
  }

  close(node: number, end: number): void {
    this.end[node] = end;
    this.after[node] = this.count;
  }

  outline(text: string): JsonOutline {
    const {count} = this;
    return {
      text,
      count,
      start: this.start.slice(0, count),
      end: this.end.slice(0, count),
      after: this.after.slice(0, count),
      parent: this.parent.slice(0, count),
      nameStart: this.nameStart.slice(0, count),
      position: this.position.slice(0, count),
      size: this.size.slice(0, count),
      depth: this.depth.slice(0, count),
    };
  }

  #grow(): void {
    const capacity = this.count * 2;
    this.start = grown(this.start, new Uint32Array(capacity));
    this.end = grown(this.end, new Uint32Array(capacity));
    this.after = grown(this.after, new Uint32Array(capacity));
    this.parent = grown(this.parent, new Int32Array(capacity));
    this.nameStart = grown(this.nameStart, new Uint32Array(capacity));
    this.position = grown(this.position, new Uint32Array(capacity));
    this.size = grown(this.size, new Uint32Array(capacity));
    this.depth = grown(this.depth, new Uint32Array(capacity));
  }
}

function grown<Numbers extends {set(from: Numbers): void}>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function closing(opening: string | undefined): string {
  return opening === '{' ? '}' : ']';
}
