import {useHistory, useLocation} from '@docusaurus/router';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {useEffect, useLayoutEffect, useRef, type ReactNode} from 'react';

import {TRY_ANCHOR} from '../../request/share/shareFragment';
import TryItWords from '../ApiCodeTabs/TryItWords';
import {isSingleKey} from '../Shortcuts/singleKeys';
import {keysOf, openForm, storageKeyOf} from '../storageKey';
import {useRemembered} from '../useRemembered';
import styles from './styles.module.css';

/**
 * Opens the form of an operation: when clicked, by the key `t`, and for links to the page that end in its anchor. It
 * acts as a button but is such a link underneath: clicked before hydration, it opens the form as soon as there is one.
 */
export default function TryItLink({operation}: {readonly operation: string}): ReactNode {
  const storageKey = storageKeyOf(operation);
  const [open] = useRemembered(keysOf(storageKey).open, 'tab');
  const link = useRef<HTMLAnchorElement>(null);
  const wasOpen = useRef(false);
  const {pathname, search, hash} = useLocation();
  const history = useHistory();
  const isCalled = useRef(false);
  useBrokenLinks().collectAnchor(TRY_ANCHOR);

  useLayoutEffect(() => {
    if (hash === `#${TRY_ANCHOR}`) {
      isCalled.current = true;
      // The fragment is removed: a reload or Back would reopen what the reader has closed since.
      history.replace({pathname, search, hash: ''});
    } else if (isCalled.current) {
      isCalled.current = false;
      openForm(storageKey);
    }
  }, [hash, pathname, search, history, storageKey]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isSingleKey(event, 't') && !event.defaultPrevented) {
        event.preventDefault();
        openForm(storageKey);
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [storageKey]);

  useEffect(() => {
    // Focus was in the form that the reader closed.
    if (!open && wasOpen.current && document.activeElement === document.body) {
      link.current?.focus();
    }
    wasOpen.current = open !== undefined;
  }, [open]);

  return (
    open === undefined && (
      <a
        ref={link}
        id={TRY_ANCHOR}
        role="button"
        aria-keyshortcuts="t"
        href={`#${TRY_ANCHOR}`}
        className={styles.tryIt}
        onClick={event => {
          if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
            event.preventDefault();
            openForm(storageKey);
          }
        }}
        onKeyDown={event => {
          if (event.key === ' ') {
            event.preventDefault();
            openForm(storageKey);
          }
        }}
      >
        <TryItWords />
        <kbd aria-hidden className={styles.key}>
          T
        </kbd>
      </a>
    )
  );
}
