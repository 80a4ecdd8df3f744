import type {Difference} from './documentDifference';
import {rowOf} from './treeRows';
import type {JsonOutline} from './jsonOutline';
import {nodeFinder, pointerSteps, type FindNode} from './jsonPath';

/** What the tree shows beside a node that differs from the document. */
export interface NodeMark {
  /** About the node itself: `must be a number`. */
  readonly messages: readonly string[];
  /** Its missing members, by name. */
  readonly missing: readonly {readonly name: string; readonly message: string}[];
  /** How many nodes within it have marks; only counted if it is closed, as they do not show then. */
  readonly within: number;
}

export interface MarkedNodes {
  /** The mark of a node, if it has one. */
  readonly of: (node: number, isOpen: boolean) => NodeMark | undefined;
}

/** The differences of a body, each at the node that shows it. */
export function markedNodes(outline: JsonOutline, differences: readonly Difference[]): MarkedNodes {
  const marks = new Map<
    number,
    {readonly messages: string[]; readonly missing: {name: string; message: string}[]}
  >();
  const find = nodeFinder(outline);
  for (const difference of differences) {
    if (difference.type !== 'body') {
      continue;
    }
    const {pointer, message} = difference;
    const exact = find(pointer);
    const node = exact ?? nearest(find, pointer);
    const mark = marks.get(node) ?? {messages: [], missing: []};
    marks.set(node, mark);
    if (exact === undefined) {
      mark.missing.push({name: pointerSteps(pointer).at(-1) ?? '', message});
    } else {
      mark.messages.push(message);
    }
  }
  const sorted = Uint32Array.from([...marks.keys()].sort((first, second) => first - second));
  return {
    of(node, isOpen) {
      const own = marks.get(node);
      const within = isOpen ? 0 : rowOf(sorted, (outline.after[node] ?? 0) - 1) - rowOf(sorted, node);
      return own || within > 0 ? {messages: [], missing: [], ...own, within} : undefined;
    },
  };
}

/** The node at a pointer, or the innermost node around it if there is none. */
export function nearestNode(outline: JsonOutline, pointer: string): number {
  return nearest(nodeFinder(outline), pointer);
}

function nearest(find: FindNode, pointer: string): number {
  for (let path = pointer; path.includes('/'); path = path.slice(0, path.lastIndexOf('/'))) {
    const node = find(path);
    if (node !== undefined) {
      return node;
    }
  }
  return 0;
}
