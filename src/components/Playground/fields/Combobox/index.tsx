import {translate} from '@docusaurus/Translate';
import {useEffect, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {flushSync} from 'react-dom';

import controls from '../../../controls.module.css';
import {isEnter} from '../../../isEnter';
import spoken from '../../../spoken.module.css';
import type {ChoiceProps, ValueOption} from '../PlainChoice';
import styles from './styles.module.css';

interface Offer {
  /** Undefined leaves out the value. */
  readonly value: string | undefined;
  readonly label: string;
}

/** A long list that is searched by typing (WAI-ARIA APG, editable combobox with list autocomplete). */
export default function Combobox({
  control,
  label,
  options,
  text,
  required,
  onChange,
}: ChoiceProps): ReactNode {
  const {id} = control;
  const [open, setOpen] = useState(false);
  /** What was typed since the list opened. */
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const shown = text === undefined ? '' : (options.find(({value}) => value === text)?.label ?? text);
  const offers = open ? offered(options, query ?? '', required) : [];
  const activeIndex = Math.min(active, offers.length - 1);

  useEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({block: 'nearest'});
  }, [activeIndex, open]);

  function close(): void {
    setOpen(false);
    setQuery(undefined);
  }

  function show(): void {
    setOpen(true);
    setActive(
      Math.max(
        0,
        offered(options, '', required).findIndex(({value}) => value === text),
      ),
    );
  }

  function pick(offer: Offer | undefined): void {
    close();
    if (offer && offer.value !== text) {
      onChange(offer.value);
    }
  }

  function pickTyped(): void {
    pick(query === undefined ? undefined : offers.find(offer => offer.label === query));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      const {form} = event.currentTarget;
      if (event.key === 'Enter' && !event.altKey && open && form) {
        event.preventDefault();
        // The form is submitted by this key too, which needs the typed text.
        event.stopPropagation();
        flushSync(pickTyped);
        form.requestSubmit();
      }
      return;
    }
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10}[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) {
        setActive(Math.min(offers.length - 1, Math.max(0, activeIndex + step)));
      } else {
        show();
      }
    } else if (open && isEnter(event)) {
      event.preventDefault();
      pick(offers[activeIndex]);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return (
    <div className={styles.box}>
      <input
        {...control}
        type="text"
        role="combobox"
        className={controls.control}
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && offers.length > 0 ? `${id}-${activeIndex}` : undefined}
        placeholder={translate({id: 'value.leftOut', message: '(left out)'})}
        value={query ?? shown}
        onChange={event => {
          setOpen(true);
          setQuery(event.target.value);
          setActive(0);
        }}
        onClick={() => !open && show()}
        onFocus={event => event.target.select()}
        onBlur={pickTyped}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={styles.list}
        hidden={!open || offers.length === 0}
      >
        {offers.map((offer, index) => (
          <li
            key={offer.value ?? ''}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === activeIndex}
            className={styles.option}
            // Keeps focus in the text field.
            onMouseDown={event => event.preventDefault()}
            onClick={() => pick(offer)}
          >
            {offer.label}
          </li>
        ))}
      </ul>
      <p role="status" className={spoken.spoken}>
        {open && translate({id: 'combobox.found', message: 'Values found: {count}'}, {count: offers.length})}
      </p>
    </div>
  );
}

/** The options that contain the typed text, those that start with it first. */
function offered(options: readonly ValueOption[], query: string, required: boolean): readonly Offer[] {
  const sought = query.toLowerCase();
  const found = options.filter(({label}) => label.toLowerCase().includes(sought));
  const starts = ({label}: ValueOption): boolean => label.toLowerCase().startsWith(sought);
  return [
    ...(required || query !== ''
      ? []
      : [{value: undefined, label: translate({id: 'value.leftOut', message: '(left out)'})}]),
    ...found.filter(starts),
    ...found.filter(option => !starts(option)),
  ];
}
