import Translate, {translate} from '@docusaurus/Translate';
import {useRef, type ReactNode} from 'react';

import type {KeptCredential} from '../../../client/credential';
import controls from '../../controls.module.css';
import {passFocus} from '../../passFocus';
import styles from './styles.module.css';
import type {Credentials} from './useCredentials';

export interface HeldElsewhereProps {
  readonly keys: Credentials;
  readonly onSay: (message: string) => void;
}

/** The keys that are kept for other servers or security schemes, with buttons to remove them. */
export default function HeldElsewhere({keys, onSay}: HeldElsewhereProps): ReactNode {
  const summary = useRef<HTMLElement>(null);
  const here = new Set(keys.fields.map(({origin, scheme}) => `${origin} ${scheme.id}`));
  const elsewhere = keys.held.filter(({origin, schemeId}) => !here.has(`${origin} ${schemeId}`));
  if (elsewhere.length === 0) {
    return null;
  }

  function forget(kept: KeptCredential): void {
    keys.forget(kept);
    onSay(
      translate(
        {id: 'credentials.forgotten', message: 'The key for {server} was removed.'},
        {server: kept.origin},
      ),
    );
    summary.current?.focus();
  }

  return (
    <details ref={passFocus} className={styles.elsewhere}>
      <summary ref={summary}>
        <Translate id="credentials.elsewhere" values={{count: elsewhere.length}}>
          {'Keys for other servers: {count}'}
        </Translate>
      </summary>
      <ul>
        {elsewhere.map(kept => (
          <li key={`${kept.origin} ${kept.schemeId}`}>
            <span className={styles.grow}>
              <code>{kept.origin}</code> {kept.schemeId}
            </span>
            <button
              type="button"
              className={controls.linkButton}
              aria-label={translate(
                {id: 'credentials.forgetOne', message: 'Forget {scheme} for {server}'},
                {scheme: kept.schemeId, server: kept.origin},
              )}
              onClick={() => forget(kept)}
            >
              <Translate id="key.forget">Forget</Translate>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={controls.linkButton}
        onClick={() => {
          keys.forgetAll();
          onSay(translate({id: 'credentials.allForgotten', message: 'All keys were removed.'}));
        }}
      >
        <Translate id="credentials.forgetAll">Forget all keys</Translate>
      </button>
    </details>
  );
}
