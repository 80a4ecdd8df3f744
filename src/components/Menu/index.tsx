import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';

import styles from './styles.module.css';

interface MenuItem {
  readonly id: string;
  readonly label: string;
}

export interface MenuProps<Item extends MenuItem> {
  /** The accessible name of the button; by default, its text. */
  readonly label?: string;
  readonly items: readonly Item[];
  readonly onChoose: (item: Item) => void;
  /** The content of the button. */
  readonly children: ReactNode;
}

/** A list of options behind a button, by the ARIA menu button pattern. */
export default function Menu<Item extends MenuItem>({
  label,
  items,
  onChoose,
  children,
}: MenuProps<Item>): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = useCallback(() => setOpen(false), []);
  useOutside(root, open, close);
  useEffect(() => {
    if (open) {
      root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    }
  }, [open]);

  function closeMenu(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div ref={root} className={styles.root} onKeyDown={event => onKeyDown(event, closeMenu)}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={`${id}-menu`}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      <div role="menu" id={`${id}-menu`} hidden={!open} className={styles.menu}>
        {items.map(item => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.item}
            onClick={() => {
              closeMenu();
              onChoose(item);
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
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

/** Calls back when the reader clicks, or moves focus, outside of an open element. */
function useOutside(element: RefObject<HTMLElement | null>, open: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const check = ({target}: Event): void => {
      if (target instanceof Node && !element.current?.contains(target)) {
        onOutside();
      }
    };
    document.addEventListener('pointerdown', check);
    document.addEventListener('focusin', check);
    return () => {
      document.removeEventListener('pointerdown', check);
      document.removeEventListener('focusin', check);
    };
  }, [element, open, onOutside]);
}
