import Translate, {translate} from '@docusaurus/Translate';
import {useHistory} from '@docusaurus/router';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

import {LONGEST_QUERY, type SearchEntry} from '../../siteSearch/entry';
import {plural} from '../../words';
import {isEnter} from '../isEnter';
import SearchResults, {optionId} from './SearchResults';
import styles from './styles.module.css';
import {useOpenedBefore} from './openedBefore';
import {useResults} from './useResults';
import {useSearch} from './useSearch';

/**
 * A search field and its results, by the ARIA combobox pattern, in a modal dialog: focus stays in the field, and Esc
 * closes it.
 */
export default function SearchDialog({onClose}: {readonly onClose: () => void}): ReactNode {
  const id = useId();
  const history = useHistory();
  const search = useSearch();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const isTyped = query.trim() !== '';
  const [pointed, setPointed] = useState<number>();
  const {opened, add, forget} = useOpenedBefore();
  const groups = useResults(search, query, opened);
  const hits = groups.flatMap(({results}) => results);
  // Enter opens the best result for what was typed, but nothing before anything is typed.
  const active = pointed ?? (isTyped ? 0 : -1);
  const current = hits[active];

  useLayoutEffect(() => dialog.current?.showModal(), []);

  function go(hit: SearchEntry): void {
    add(hit);
    onClose();
    history.push(hit.url);
  }

  // Enter may be pressed before the search has loaded: the first result opens as soon as it is known.
  const asked = useRef(false);
  const openAsked = useEffectEvent(() => {
    if (asked.current && current) {
      go(current);
    }
  });
  useEffect(() => {
    if (search) {
      openAsked();
    }
  }, [search]);

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {ArrowDown: 1, ArrowUp: -1};
    const step = steps[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setPointed((Math.max(active, step < 0 ? 0 : -1) + step + hits.length) % hits.length);
    } else if (isEnter(event)) {
      event.preventDefault();
      if (current) {
        go(current);
      } else {
        asked.current = !search && isTyped;
      }
    }
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={translate({id: 'search.dialog', message: 'Search'})}
      onClose={onClose}
      onClick={event => {
        // A click on the backdrop has the dialog itself as its target.
        if (event.target === dialog.current) {
          onClose();
        }
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <input
            ref={field}
            // Not of type search, whose first Esc would only clear it.
            type="text"
            enterKeyHint="search"
            role="combobox"
            className={styles.field}
            aria-label={translate({id: 'search.field', message: 'Search the documentation'})}
            aria-expanded={hits.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={current ? optionId(id, active) : undefined}
            aria-autocomplete="list"
            placeholder={translate({
              id: 'search.placeholder',
              message: 'A question, a path, a field or a status',
            })}
            autoFocus
            autoComplete="off"
            maxLength={LONGEST_QUERY}
            spellCheck={false}
            value={query}
            onChange={event => {
              setQuery(event.target.value);
              setPointed(undefined);
              asked.current = false;
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className={styles.close} onClick={onClose}>
            <Translate id="search.close">Close</Translate>
          </button>
        </div>
        <p role="status" className={isTyped && hits.length > 0 ? styles.spoken : styles.note}>
          {statusWords(query, search !== undefined, hits.length)}
        </p>
        <SearchResults
          id={id}
          groups={groups}
          query={query}
          active={active}
          onPoint={setPointed}
          onChoose={go}
        />
        {groups.some(({kind}) => kind === 'opened') && (
          <p className={styles.foot}>
            <button
              type="button"
              className={styles.forget}
              onClick={() => {
                forget();
                field.current?.focus();
              }}
            >
              <Translate id="search.forget">Forget what I opened</Translate>
            </button>
          </p>
        )}
        {search && !search.pages && (
          <p className={styles.note}>
            <Translate id="search.noIndex">
              Only operations are searched, because the index of the pages did not load. A build creates it.
            </Translate>
          </p>
        )}
      </div>
    </dialog>
  );
}

function statusWords(query: string, ready: boolean, count: number): string {
  if (!ready) {
    return translate({id: 'search.preparing', message: 'Loading the index…'});
  }
  if (query.trim() === '') {
    return translate({
      id: 'search.hint',
      message: 'Type what you are looking for. Use the arrow keys to choose, Enter to open and Esc to close.',
    });
  }
  return count === 0
    ? translate(
        {id: 'search.none', message: 'Nothing found for “{query}”. Try fewer or other words.'},
        {query: query.trim()},
      )
    : plural({id: 'search.count', message: '{count} result.|{count} results.'}, count);
}
