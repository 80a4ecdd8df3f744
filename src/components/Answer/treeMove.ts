import type {JsonOutline} from '../../client/answer/jsonOutline';
import {rowOf, type OpenNodes} from '../../client/answer/treeRows';

export interface TreePlace {
  readonly outline: JsonOutline;
  readonly open: OpenNodes;
  /** The visible nodes. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly active: number;
  /** How many rows a page has. */
  readonly page: number;
}

export type TreeMove =
  {readonly type: 'go'; readonly node: number} | {readonly type: 'open'; readonly isOpen: boolean};

/** What a key does in a tree (ARIA Authoring Practices, tree view); undefined for keys that do nothing. */
export function treeMove(key: string, place: TreePlace): TreeMove | undefined {
  const {outline, open, active, page} = place;
  const isOpen = open[active] === 1;
  switch (key) {
    case 'ArrowDown':
      return goBy(place, 1);
    case 'ArrowUp':
      return goBy(place, -1);
    case 'PageDown':
      return goBy(place, page);
    case 'PageUp':
      return goBy(place, -page);
    case 'Home':
      return goBy(place, -Infinity);
    case 'End':
      return goBy(place, Infinity);
    case 'ArrowRight':
      if (outline.size[active] === 0) {
        return undefined;
      }
      return isOpen ? goBy(place, 1) : {type: 'open', isOpen: true};
    case 'ArrowLeft': {
      const parent = outline.parent[active] ?? -1;
      if (isOpen) {
        return {type: 'open', isOpen: false};
      }
      return parent < 0 ? undefined : {type: 'go', node: parent};
    }
    case 'Enter':
    case ' ':
      return outline.size[active] === 0 ? undefined : {type: 'open', isOpen: !isOpen};
    default:
      return undefined;
  }
}

function goBy({rows, active}: TreePlace, by: number): TreeMove {
  const row = Math.min(rows.length - 1, Math.max(0, rowOf(rows, active) + by));
  return {type: 'go', node: rows[row] ?? 0};
}
