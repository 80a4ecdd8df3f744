import {translate} from '@docusaurus/Translate';
import {ChevronDown, ChevronUp} from 'lucide-react';
import {useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';

import type {JsonOutline} from '../../client/answer/jsonOutline';
import {searchNodes} from '../../client/answer/searchNodes';
import {rowOf} from '../../client/answer/treeRows';
import controls from '../controls.module.css';
import {isEnter} from '../isEnter';
import {inSlices} from './inSlices';
import styles from './Tree.module.css';

export interface TreeSearchProps {
  readonly outline: JsonOutline;
  readonly active: number;
  readonly onHits: (hits: Uint32Array<ArrayBuffer>) => void;
  /** Brings a node into sight. */
  readonly onGo: (node: number) => void;
}

/** In milliseconds. A large text is searched after a pause in typing this long. */
const PAUSE_MS = 120;

/** Searches names and values, and moves from one match to the next. */
export default function TreeSearch({outline, active, onHits, onGo}: TreeSearchProps): ReactNode {
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{readonly query: string; readonly hits: Uint32Array<ArrayBuffer>}>();
  const hits = found?.hits;
  // Where to go once the search has finished, if the reader asked earlier.
  const asked = useRef<'next' | 'previous'>(undefined);

  function move(all: Uint32Array<ArrayBuffer>, direction: 'next' | 'previous'): void {
    const last = rowOf(all, active);
    const index = direction === 'next' ? last + 1 : all[last] === active ? last - 1 : last;
    const node = all[(index + all.length) % all.length];
    if (node !== undefined) {
      onGo(node);
    }
  }
  const moveWhenFound = useEffectEvent(move);

  useEffect(() => {
    let current = true;
    async function search(): Promise<void> {
      const nodes = await inSlices(searchNodes(outline, query), () => !current);
      if (nodes && current) {
        setFound({query, hits: nodes});
        onHits(nodes);
        if (asked.current) {
          moveWhenFound(nodes, asked.current);
          asked.current = undefined;
        }
      }
    }
    const timer = setTimeout(() => void search(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [outline, query, onHits]);

  function go(direction: 'next' | 'previous'): void {
    if (found?.query === query) {
      move(found.hits, direction);
    } else {
      asked.current = direction;
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isEnter(event)) {
      event.preventDefault();
      go(event.shiftKey ? 'previous' : 'next');
    }
  }

  return (
    <search className={styles.search}>
      <input
        id={id}
        type="search"
        className={controls.control}
        placeholder={translate({id: 'tree.search', message: 'Search'})}
        aria-label={translate({id: 'tree.searchLabel', message: 'Search in the response'})}
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.count}>
        {query !== '' && hits && countInWords(hits, active)}
      </span>
      <button
        type="button"
        className={controls.iconButton}
        disabled={!hits?.length}
        onClick={() => go('previous')}
        aria-label={translate({id: 'tree.previous', message: 'Previous'})}
      >
        <ChevronUp aria-hidden size={15} />
      </button>
      <button
        type="button"
        className={controls.iconButton}
        disabled={!hits?.length}
        onClick={() => go('next')}
        aria-label={translate({id: 'tree.next', message: 'Next'})}
      >
        <ChevronDown aria-hidden size={15} />
      </button>
    </search>
  );
}

function countInWords(hits: Uint32Array<ArrayBuffer>, active: number): string {
  const row = rowOf(hits, active);
  return hits[row] === active
    ? translate({id: 'tree.place', message: '{place} of {count}'}, {place: row + 1, count: hits.length})
    : translate({id: 'tree.found', message: '{count} found'}, {count: hits.length});
}
