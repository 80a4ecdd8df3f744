import {translate} from '@docusaurus/Translate';
import clsx from 'clsx';
import {ChevronRight} from 'lucide-react';
import {useEffect, useRef, type ReactNode} from 'react';

import {kindOf, nameText, type JsonOutline} from '../../client/answer/jsonOutline';
import type {NodeMark} from '../../client/answer/markedNodes';
import {plural} from '../../words';
import styles from './Tree.module.css';

export interface TreeRowProps {
  readonly id: string;
  readonly outline: JsonOutline;
  readonly node: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly isHit: boolean;
  /** Whether the reader was led here and has not seen it yet. */
  readonly isSought: boolean;
  readonly onSeen: () => void;
  readonly mark: NodeMark | undefined;
  readonly onToggle: (node: number) => void;
}

/** How many characters of a value a row shows; copying gives all of it. */
const LONGEST = 300;

/** One value of the tree, with its name and how it differs from the document. */
export default function TreeRow({
  id,
  outline,
  node,
  isOpen,
  isActive,
  isHit,
  isSought,
  onSeen,
  mark,
  onToggle,
}: TreeRowProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSought) {
      row.current?.scrollIntoView({block: 'nearest', inline: 'nearest'});
      onSeen();
    }
  }, [isSought, onSeen]);
  const parent = outline.parent[node] ?? -1;
  const size = outline.size[node] ?? 0;
  const position = outline.position[node] ?? 0;
  const depth = outline.depth[node] ?? 0;
  const name = nameText(outline, node);
  return (
    <div
      ref={row}
      id={id}
      role="treeitem"
      className={styles.row}
      aria-level={depth + 1}
      aria-posinset={position + 1}
      aria-setsize={parent < 0 ? 1 : outline.size[parent]}
      aria-expanded={size > 0 ? isOpen : undefined}
      aria-selected={isActive}
      data-hit={isHit || undefined}
      style={{paddingInlineStart: `${Math.min(depth, 24) + 0.5}rem`}}
      onClick={() => onToggle(node)}
    >
      <ChevronRight
        aria-hidden
        size={13}
        className={clsx(styles.arrow, size === 0 && styles.leaf)}
        data-open={isOpen || undefined}
      />
      {name === undefined ? (
        parent >= 0 && <span className={styles.index}>{position}: </span>
      ) : (
        <>
          <span className="token property">{shortened(name)}</span>
          <span className="token punctuation">: </span>
        </>
      )}
      <ValueText outline={outline} node={node} />
      {mark && <Mark mark={mark} />}
    </div>
  );
}

function ValueText({outline, node}: {readonly outline: JsonOutline; readonly node: number}): ReactNode {
  const kind = kindOf(outline, node);
  const count = outline.size[node] ?? 0;
  switch (kind) {
    case 'object':
      return (
        <span className={styles.summary}>
          {count === 0
            ? '{}'
            : plural({id: 'tree.members', message: 'object, {count} member|object, {count} members'}, count)}
        </span>
      );
    case 'array':
      return (
        <span className={styles.summary}>
          {count === 0
            ? '[]'
            : plural({id: 'tree.items', message: 'array, {count} item|array, {count} items'}, count)}
        </span>
      );
    default: {
      const start = outline.start[node] ?? 0;
      const end = outline.end[node] ?? 0;
      const text = outline.text.slice(start, Math.min(end, start + LONGEST));
      return <span className={`token ${kind}`}>{end - start > LONGEST ? `${text}…` : text}</span>;
    }
  }
}

function Mark({mark: {messages, missing, within}}: {readonly mark: NodeMark}): ReactNode {
  const words = [
    ...messages,
    ...missing.map(({name, message}) => `${name} ${message}`),
    ...(within > 0
      ? [
          translate(
            {id: 'tree.differencesWithin', message: 'not as documented inside: {count}'},
            {count: within},
          ),
        ]
      : []),
  ];
  return <span className={styles.mark}>{words.join(', ')}</span>;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
