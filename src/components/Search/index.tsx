import Translate, {translate} from '@docusaurus/Translate';
import {Search as SearchIcon} from 'lucide-react';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import LoadFailure from '../LoadFailure';
import {isSingleKey} from '../Shortcuts/singleKeys';
import SearchDialog from './SearchDialog';
import styles from './styles.module.css';

/**
 * The button in the navbar; `/` and Ctrl+K or ⌘K open the search from anywhere, immediately, because the next key
 * belongs in its field. The search engine is only loaded then.
 */
export default function Search(): ReactNode {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const withControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (withControl || isSingleKey(event, '/')) {
        event.preventDefault();
        setOpen(true);
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.open}
        data-needs-script
        // The text beside the icon is hidden on narrow screens.
        aria-label={translate({id: 'search.open', message: 'Search'})}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchIcon aria-hidden size={15} />
        <span aria-hidden className={styles.openWords}>
          <Translate id="search.open">Search</Translate>
        </span>
        <kbd aria-hidden>/</kbd>
      </button>
      {open && (
        <div className={styles.failure}>
          <LoadFailure
            title={<Translate id="search.failed">The search did not load.</Translate>}
            onClose={close}
          >
            <SearchDialog onClose={close} />
          </LoadFailure>
        </div>
      )}
    </>
  );
}
