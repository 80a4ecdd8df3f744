import {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import type {SearchEntry} from '../../siteSearch/entry';
import SearchHit from './SearchHit';
import styles from './styles.module.css';
import {headingOf, type ShownGroup} from './useResults';

export interface SearchResultsProps {
  readonly id: string;
  readonly groups: readonly ShownGroup[];
  readonly query: string;
  /** The index of the active result among those of all groups; -1 for none. */
  readonly active: number;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (hit: SearchEntry) => void;
}

/** The id of the option at an index, by which the field refers to the active one. */
export function optionId(id: string, place: number): string {
  return `${id}-${place}`;
}

/** Results under the headings of their groups; the arrow keys of the field move through all of them. */
export default function SearchResults({
  id,
  groups,
  query,
  active,
  onPoint,
  onChoose,
}: SearchResultsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active <= 0) {
      // So that the heading of its group is visible too.
      list.current?.scrollTo({top: 0});
    } else {
      list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest'});
    }
  }, [active, groups]);
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((count, {results}) => count + results.length, 0),
  );
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      className={styles.hits}
      hidden={groups.length === 0}
      aria-label={translate({id: 'search.results', message: 'Results'})}
    >
      {groups.map(({kind, results}, index) => (
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p id={`${id}-${kind}`} role="presentation" className={styles.heading}>
            {headingOf(kind)}
          </p>
          {results.map((hit, at) => {
            const place = (starts[index] ?? 0) + at;
            return (
              <SearchHit
                key={`${hit.url} ${hit.title}`}
                id={optionId(id, place)}
                hit={hit}
                query={query}
                selected={place === active}
                onPoint={() => onPoint(place)}
                onChoose={() => onChoose(hit)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
