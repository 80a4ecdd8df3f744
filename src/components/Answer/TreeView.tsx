import {translate} from '@docusaurus/Translate';
import {ChevronsDownUp, ChevronsUpDown} from 'lucide-react';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

import type {Difference} from '../../client/answer/documentDifference';
import type {JsonOutline} from '../../client/answer/jsonOutline';
import {markedNodes, nearestNode} from '../../client/answer/markedNodes';
import {initiallyOpen, openTo, revealed, rowOf, visibleRows, withOpen} from '../../client/answer/treeRows';
import controls from '../controls.module.css';
import PathBar from './PathBar';
import TreeRow from './TreeRow';
import TreeSearch from './TreeSearch';
import {treeMove} from './treeMove';
import styles from './Tree.module.css';
import VirtualRows, {type VirtualRowsHandle} from './VirtualRows';

export interface TreeViewProps {
  readonly outline: JsonOutline;
  readonly differences: readonly Difference[];
  /** The place that the reader asked to see. */
  readonly sought: {readonly pointer: string} | undefined;
}

/** JSON as a tree to fold, search and copy from, by pointer or by keyboard (ARIA tree pattern). */
export default function TreeView({outline, differences, sought}: TreeViewProps): ReactNode {
  const id = useId();
  const list = useRef<VirtualRowsHandle>(null);
  const [open, setOpen] = useState(() => initiallyOpen(outline));
  const [active, setActive] = useState(0);
  const [hits, setHits] = useState<Uint32Array<ArrayBuffer>>(() => new Uint32Array());
  const rows = useMemo(() => visibleRows(outline, open), [outline, open]);
  const marks = useMemo(() => markedNodes(outline, differences), [outline, differences]);
  // Rows that are opened to show a node only exist after the next rendering.
  const [shown, setShown] = useState<{readonly node: number}>();

  const forgetShown = useCallback(() => setShown(undefined), []);
  useEffect(() => {
    if (shown) {
      list.current?.show(rowOf(rows, shown.node));
    }
  }, [shown, rows]);

  function reveal(node: number): void {
    setOpen(current => revealed(outline, current, node));
    setActive(node);
    setShown({node});
  }

  const [followed, setFollowed] = useState<TreeViewProps['sought']>();
  if (sought !== followed) {
    setFollowed(sought);
    if (sought) {
      reveal(nearestNode(outline, sought.pointer));
    }
  }

  function toggle(node: number, isOpen = open[node] !== 1): void {
    if ((outline.size[node] ?? 0) > 0) {
      setOpen(withOpen(open, node, isOpen));
    }
    setActive(node);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const move = treeMove(event.key, {outline, open, rows, active, page: list.current?.pageSize() ?? 10});
    if (!move) {
      return;
    }
    event.preventDefault();
    switch (move.type) {
      case 'go':
        setActive(move.node);
        setShown({node: move.node});
        break;
      case 'open':
        toggle(active, move.isOpen);
        break;
    }
  }

  function foldAll(depth: number): void {
    setOpen(openTo(outline, depth));
    setActive(0);
    setShown({node: 0});
  }

  return (
    <>
      <div className={styles.tools}>
        <TreeSearch outline={outline} active={active} onHits={setHits} onGo={reveal} />
        <span className={styles.folds}>
          <button
            type="button"
            className={controls.iconButton}
            onClick={() => foldAll(Number.MAX_SAFE_INTEGER)}
            aria-label={translate({id: 'tree.openAll', message: 'Open all'})}
          >
            <ChevronsUpDown aria-hidden size={15} />
          </button>
          <button
            type="button"
            className={controls.iconButton}
            onClick={() => foldAll(1)}
            aria-label={translate({id: 'tree.closeAll', message: 'Close all'})}
          >
            <ChevronsDownUp aria-hidden size={15} />
          </button>
        </span>
      </div>
      <VirtualRows
        handle={list}
        role="tree"
        aria-label={translate({id: 'tree.label', message: 'Response body as a tree'})}
        aria-activedescendant={`${id}-${active}`}
        count={rows.length}
        onKeyDown={onKeyDown}
        renderRow={row => {
          const node = rows[row] ?? 0;
          return (
            <TreeRow
              key={node}
              id={`${id}-${node}`}
              outline={outline}
              node={node}
              isOpen={open[node] === 1}
              isActive={node === active}
              isHit={isHit(hits, node)}
              isSought={node === shown?.node}
              onSeen={forgetShown}
              mark={marks.of(node, open[node] === 1)}
              onToggle={toggle}
            />
          );
        }}
      />
      <PathBar outline={outline} node={active} />
    </>
  );
}

/** Whether a node is among the matches, which are sorted. */
function isHit(hits: Uint32Array<ArrayBuffer>, node: number): boolean {
  return hits[rowOf(hits, node)] === node;
}
