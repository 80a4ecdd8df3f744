import {translate} from '@docusaurus/Translate';
import {ChevronDown, ChevronUp} from 'lucide-react';
import {useEffect, useId, useState, type KeyboardEvent, type ReactNode} from 'react';

import type {JsonOutline} from '../../client/answer/jsonOutline';
import {searchNodes} from '../../client/answer/searchNodes';
import {rowOf} from '../../client/answer/treeRows';
import playground from '../Playground/Playground.module.css';
import styles from './Tree.module.css';

export interface TreeSearchProps {
  readonly outline: JsonOutline;
  readonly active: number;
  readonly onHits: (hits: Uint32Array<ArrayBuffer>) => void;
  /** Brings a node into sight. */
  readonly onGo: (node: number) => void;
}

/** A pause in typing, in milliseconds, after which a large text is searched. */
const PAUSE_MS = 120;

/** Finds names and values, and goes from one to the next. */
export default function TreeSearch({outline, active, onHits, onGo}: TreeSearchProps): ReactNode {
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{readonly query: string; readonly hits: Uint32Array<ArrayBuffer>}>();
  const hits = found?.hits;

  useEffect(() => {
    const timer = setTimeout(() => {
      const nodes = searchNodes(outline, query);
      setFound({query, hits: nodes});
      onHits(nodes);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [outline, query, onHits]);

  function go(forward: boolean): void {
    const all = found?.query === query ? found.hits : searchNodes(outline, query);
    const last = rowOf(all, active);
    const next = forward ? last + 1 : all[last] === active ? last - 1 : last;
    const node = all[(next + all.length) % all.length];
    if (node !== undefined) {
      onGo(node);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(!event.shiftKey);
    }
  }

  return (
    <search className={styles.search}>
      <input
        id={id}
        type="search"
        className={playground.control}
        placeholder={translate({id: 'tree.search', message: 'Search'})}
        aria-label={translate({id: 'tree.searchLabel', message: 'Search in the answer'})}
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.count}>
        {query !== '' && hits && countInWords(hits, active)}
      </span>
      <button
        type="button"
        className={playground.iconButton}
        disabled={!hits?.length}
        onClick={() => go(false)}
        aria-label={translate({id: 'tree.previous', message: 'Previous'})}
      >
        <ChevronUp aria-hidden size={15} />
      </button>
      <button
        type="button"
        className={playground.iconButton}
        disabled={!hits?.length}
        onClick={() => go(true)}
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
