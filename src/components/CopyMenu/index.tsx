import {translate} from '@docusaurus/Translate';
import {ChevronDown} from 'lucide-react';
import {useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';

import CopyProblem from '../CopyProblem';
import {copyText} from '../copyText';
import {useOutside} from '../useOutside';
import styles from './styles.module.css';

/** Another way to copy than the one that the Copy button offers. */
export interface CopyChoice {
  readonly id: string;
  /** What is copied, in words: `Request only`. */
  readonly label: string;
  /** Makes the text for a tab, by its label; rejects when a part of the site cannot be loaded. */
  readonly textFor: (tab: string) => Promise<string>;
}

export interface CopyMenuProps {
  readonly choices: readonly CopyChoice[];
  /** The label of the tab that is shown. */
  readonly tab: string;
}

/** More ways to copy, by the ARIA menu button pattern. */
export default function CopyMenu({choices, tab}: CopyMenuProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState('');
  const [problem, setProblem] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = useCallback(() => setOpen(false), []);
  useOutside(root, open, close);
  useEffect(() => {
    if (open) {
      root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    }
  }, [open]);

  async function copy({label, textFor}: CopyChoice): Promise<void> {
    setOpen(false);
    button.current?.focus();
    setCopied('');
    setProblem('');
    try {
      await copyText(textFor(tab));
      setCopied(translate({id: 'copyMenu.spoken', message: '{label} copied'}, {label}));
    } catch {
      setProblem(
        translate({
          id: 'copyMenu.failed',
          message:
            'Nothing was copied. Either the browser did not allow it or part of the page did not load.',
        }),
      );
    }
  }

  return (
    <div ref={root} className={styles.root} onKeyDown={event => onKeyDown(event, () => closeMenu())}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={translate({id: 'copyMenu.label', message: 'More ways to copy'})}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={`${id}-menu`}
        onClick={() => setOpen(!open)}
      >
        <ChevronDown aria-hidden size={15} />
      </button>
      <div role="menu" id={`${id}-menu`} hidden={!open} className={styles.menu}>
        {choices.map(choice => (
          <button
            key={choice.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.item}
            onClick={() => void copy(choice)}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <span role="status" className={styles.spoken}>
        {problem || copied}
      </span>
      {problem !== '' && <CopyProblem words={problem} onClose={() => setProblem('')} />}
    </div>
  );

  function closeMenu(): void {
    setOpen(false);
    button.current?.focus();
  }
}

/** Arrow keys, Home and End move; Escape and Tab close. */
function onKeyDown(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const current = items.findIndex(item => item === document.activeElement);
  if (current < 0) {
    return;
  }
  const target = {
    ArrowDown: items[(current + 1) % items.length],
    ArrowUp: items.at(current - 1),
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  if (target) {
    event.preventDefault();
    target.focus();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    close();
  }
}
