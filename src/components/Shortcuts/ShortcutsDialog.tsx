import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import {Fragment, useEffect, useId, useRef, type ReactNode} from 'react';
import {createPortal} from 'react-dom';

import {shortcutGroups} from './shortcuts';
import {useSingleKeys} from './singleKeys';
import styles from './styles.module.css';

/** All shortcuts, and a setting for single-key ones, in a modal dialog: Esc closes it. */
export default function ShortcutsDialog({onClose}: {readonly onClose: () => void}): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useEffect(() => dialog.current?.showModal(), []);

  // Outside the form: Enter in a dialog must not send.
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onKeyDown={event => event.stopPropagation()}
      onClick={event => {
        // A click on the backdrop has the dialog itself as its target.
        if (event.target === dialog.current) {
          dialog.current.close();
        }
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={`${id}-title`} className={styles.title}>
            <Translate id="shortcuts.title">Keyboard shortcuts</Translate>
          </h2>
          <button
            type="button"
            className={styles.close}
            aria-label={translate({id: 'shortcuts.close', message: 'Close'})}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden size={16} />
          </button>
        </div>
        {shortcutGroups().map(({title, shortcuts}) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h3 className={styles.groupTitle}>{title}</h3>
            <dl className={styles.list}>
              {shortcuts.map(({ways, does}) => (
                <div key={does}>
                  <dt>
                    {ways.map((keys, index) => (
                      <Fragment key={keys.join()}>
                        {index > 0 && <span className={styles.or}>/</span>}
                        {keys.map(key => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={event => setSingleKeys(event.target.checked)}
          />
          <span>
            <Translate id="shortcuts.singleKeys" values={{slash: <kbd>/</kbd>, question: <kbd>?</kbd>}}>
              {'Single keys: {slash} and {question} work outside fields'}
            </Translate>
          </span>
        </label>
      </div>
    </dialog>,
    document.body,
  );
}
