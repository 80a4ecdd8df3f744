import type {JsonOutline} from './jsonOutline';

/** Which nodes are open, by node: 1 for open. Only arrays and objects that hold something can be. */
export type OpenNodes = Uint8Array<ArrayBuffer>;

/** With this many values or fewer a tree starts wholly open. */
const SMALL = 200;

/** A tree as it first shows: all of a small one, else the whole and what is directly within it. */
export function initiallyOpen(outline: JsonOutline): OpenNodes {
  return openTo(outline, outline.count <= SMALL ? Number.MAX_SAFE_INTEGER : 2);
}

/** Every node open that stands within fewer than `depth` others. */
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

/** The same with all that a node stands within opened, so that it shows. */
export function revealed(outline: JsonOutline, open: OpenNodes, node: number): OpenNodes {
  const next = open.slice();
  for (let above = outline.parent[node] ?? -1; above >= 0; above = outline.parent[above] ?? -1) {
    next[above] = 1;
  }
  return next;
}

/** The nodes that show, in their order: those of which every node around is open. */
export function visibleRows({count, after}: JsonOutline, open: OpenNodes): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  let shown = 0;
  for (let node = 0; node < count; node = open[node] === 1 ? node + 1 : (after[node] ?? count)) {
    rows[shown++] = node;
  }
  return rows.slice(0, shown);
}

/** The row at which a node shows, or that of the nearest node around it that shows. */
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
