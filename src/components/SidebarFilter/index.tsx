import {translate} from '@docusaurus/Translate';
import Items from '@theme-original/DocSidebarItems';
import type {Props} from '@theme/DocSidebarItems';
import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

import {isEnter} from '../isEnter';
import LongList from './LongList';
import {filterItems, MOST, type FilteredItems} from './filterItems';
import styles from './styles.module.css';
import {useOperations} from './useOperations';

/**
 * The sidebar of an API under a field that filters it. Down and up move from the field through the matches, Enter in
 * the field opens the first one, Esc clears the field.
 */
export default function SidebarFilter(props: Props): ReactNode {
  const {items, activePath} = props;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [operations, fetchOperations] = useOperations();
  const shown = useDeferredValue(query.trim());
  const isSettled = shown === query.trim();
  const filtered = useMemo(
    () => (shown === '' ? undefined : filterItems(items, shown, operations)),
    [items, shown, operations],
  );

  // Enter may be pressed before the list reflects the last key: it opens the first match of the current text.
  const asked = useRef(false);
  const openAsked = useEffectEvent(() => {
    if (asked.current && isSettled) {
      asked.current = false;
      links()[0]?.click();
    }
  });
  useEffect(() => openAsked(), [isSettled]);

  // The served page has the sidebar scrolled to the top.
  useEffect(() => {
    const link = field.current?.closest('ul')?.querySelector('[aria-current=page]');
    const menu = link?.closest('nav');
    if (link && menu) {
      const {top, bottom} = link.getBoundingClientRect();
      const seen = menu.getBoundingClientRect();
      if (top < seen.top || bottom > seen.bottom) {
        menu.scrollTop += top - seen.top - seen.height / 3;
      }
    }
  }, [activePath]);

  function links(): readonly HTMLAnchorElement[] {
    return [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])];
  }

  function onKeyDown(event: KeyboardEvent): void {
    const stops = [field.current, ...links()];
    const place = stops.findIndex(stop => stop === event.target);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const next = stops[place + (event.key === 'ArrowDown' ? 1 : -1)];
        if (next && filtered) {
          event.preventDefault();
          next.focus();
        }
        break;
      }
      case 'Enter':
        if (event.target === field.current && isEnter(event)) {
          event.preventDefault();
          if (isSettled) {
            links()[0]?.click();
          } else {
            asked.current = true;
          }
        }
        break;
      case 'Escape':
        if (query !== '') {
          event.preventDefault();
          setQuery('');
          field.current?.focus();
        }
        break;
      default:
    }
  }

  return (
    <>
      <li className={styles.filter} data-needs-script onKeyDown={onKeyDown}>
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={translate({id: 'sidebarFilter.field', message: 'Filter the API reference'})}
          placeholder={translate({
            id: 'sidebarFilter.placeholder',
            message: 'Filter by name, path or method',
          })}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onFocus={fetchOperations}
          onChange={event => {
            asked.current = false;
            setQuery(event.target.value);
          }}
        />
        <p role="status" className={styles.count}>
          {filtered && countWords(filtered, shown)}
        </p>
      </li>
      {filtered ? (
        <li className={styles.found} onKeyDown={onKeyDown}>
          <ul ref={list} className="menu__list">
            <Items {...props} items={filtered.items} />
          </ul>
        </li>
      ) : (
        <LongList {...props} />
      )}
    </>
  );
}

function countWords({count}: FilteredItems, query: string): string {
  if (count === 0) {
    return translate(
      {id: 'sidebarFilter.none', message: 'Nothing matches “{query}”. Press Esc to see everything.'},
      {query},
    );
  }
  return count > MOST
    ? translate(
        {id: 'sidebarFilter.many', message: '{count} matches, showing the first {most}.'},
        {count, most: MOST},
      )
    : translate({id: 'sidebarFilter.count', message: '{count} found'}, {count});
}
