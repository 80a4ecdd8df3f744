import type {JsonOutline} from './jsonOutline';

/** Which nodes are open, by node: 1 for open. Only arrays and objects that are not empty can be open. */
export type OpenNodes = Uint8Array<ArrayBuffer>;

/** A tree with this many values or fewer starts with all nodes open. */
const SMALL = 200;

/** The initial state of a tree: all nodes open in a small one, else the root and the values directly within it. */
export function initiallyOpen(outline: JsonOutline): OpenNodes {
  return openTo(outline, outline.count <= SMALL ? Number.MAX_SAFE_INTEGER : 2);
}

/** Opens every node that is nested in fewer than `depth` others. */
export function openTo({count, size, depth: depths}: JsonOutline, depth: number): OpenNodes {
  const open = new Uint8Array(count);
  for (let node = 0; node < count; node++) {
    open[node] = (size[node] ?? 0) > 0 && (depths[node] ?? 0) < depth ? 1 : 0;
  }
  return open;
}

/** The same with one node opened or closed. */
export function withOpen(open: OpenNodes, node: number, isOpen: boolean): OpenNodes {
  const next = open.slice();
  next[node] = isOpen ? 1 : 0;
  return next;
}

/** The same with all nodes around a node opened, so that it is visible. */
export function revealed(outline: JsonOutline, open: OpenNodes, node: number): OpenNodes {
  const next = open.slice();
  for (let above = outline.parent[node] ?? -1; above >= 0; above = outline.parent[above] ?? -1) {
    next[above] = 1;
  }
  return next;
}

/** The visible nodes in order: those inside open nodes only. */
export function visibleRows({count, after}: JsonOutline, open: OpenNodes): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  let shown = 0;
  for (let node = 0; node < count; node = open[node] === 1 ? node + 1 : (after[node] ?? count)) {
    rows[shown++] = node;
  }
  return rows.slice(0, shown);
}

/** The row at which a node is visible, or that of the nearest visible node around it. */
export function rowOf(rows: Uint32Array<ArrayBuffer>, node: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) <= node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
