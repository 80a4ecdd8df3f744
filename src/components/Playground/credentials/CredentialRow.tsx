import Translate, {translate} from '@docusaurus/Translate';
import {useId, useRef, useState, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import controls from '../../controls.module.css';
import styles from './styles.module.css';
import type {KeyOfScheme} from './useCredentials';
import {keySummary, schemeLabel} from './words';

/** Only tokens from a sign-in expire. */
const Expiry = fetched(() => import('./Expiry').catch(() => ({default: () => null})));
const CredentialEditor = fetched(() => import('./CredentialEditor'));

export interface CredentialRowProps {
  readonly field: KeyOfScheme;
  readonly faults: readonly string[];
  /** Announces what has happened to screen readers. */
  readonly onSay: (message: string) => void;
}

/** One key in one line, with an editor below the line when opened. */
export default function CredentialRow({field, faults, onSay}: CredentialRowProps): ReactNode {
  const id = useId();
  const [opened, setOpened] = useState(field.bindable && field.value === '' && !field.onMock);
  const toggle = useRef<HTMLButtonElement>(null);
  const expiresAt = field.value === '' ? undefined : field.grant?.expiresAt;
  const label = schemeLabel(field.scheme);
  const open = opened || faults.length > 0;

  function forget(): void {
    field.forget();
    onSay(translate({id: 'key.forgotten', message: '{label} removed.'}, {label}));
    toggle.current?.focus();
  }

  return (
    <div className={styles.row} data-open={open || undefined}>
      <div className={styles.line}>
        <p className={styles.words}>
          <strong id={`${id}-label`}>{label}</strong>{' '}
          {field.scheme.deprecated && (
            <span className={styles.deprecated}>
              <Translate id="field.deprecated">deprecated</Translate>{' '}
            </span>
          )}
          <span className={styles.summary} id={`${id}-summary`}>
            {keySummary(field)}
            {expiresAt !== undefined && <Expiry at={expiresAt} />}
          </span>
        </p>
        <span className={styles.actions}>
          {!field.isMockKey && field.value !== '' && (
            <button
              type="button"
              className={controls.linkButton}
              onClick={forget}
              aria-describedby={`${id}-label`}
            >
              <Translate id="key.forget">Forget</Translate>
            </button>
          )}
          {field.bindable && (
            <button
              ref={toggle}
              type="button"
              className={controls.linkButton}
              aria-expanded={open}
              aria-controls={open ? `${id}-editor` : undefined}
              aria-describedby={`${id}-label ${id}-summary`}
              onClick={() => setOpened(!open)}
            >
              {open ? (
                <Translate id="key.done">Done</Translate>
              ) : field.value === '' ? (
                <Translate id="key.add">Add</Translate>
              ) : (
                <Translate id="key.change">Change</Translate>
              )}
            </button>
          )}
        </span>
      </div>
      {open && field.bindable && (
        <div id={`${id}-editor`} className={styles.editor}>
          <LoadFailure>
            <CredentialEditor
              whileLoading={
                <p className={controls.note} role="status">
                  <Translate id="key.opening">Opening…</Translate>
                </p>
              }
              field={field}
              label={label}
              faults={faults}
            />
          </LoadFailure>
        </div>
      )}
    </div>
  );
}
