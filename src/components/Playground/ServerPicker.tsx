import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import Field from './Field';
import styles from './Playground.module.css';
import type {ServerSelection} from './useServer';

/** Where Send goes; the target is always named. */
export default function ServerPicker({server}: {readonly server: ServerSelection}): ReactNode {
  const id = useId();
  return (
    <div className={styles.server}>
      <label htmlFor={id} className={styles.caption}>
        <Translate id="server.label">Server</Translate>
      </label>
      <select
        id={id}
        className={styles.control}
        value={server.choice.id}
        onChange={event => server.choose(event.target.value)}
        aria-describedby={`${id}-note`}
      >
        {server.choices.map(choice => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      {server.choice.id === 'custom' && (
        <Field
          label={translate({id: 'server.custom', message: 'Base URL'})}
          at="server"
          faults={server.problem && server.customUrl !== '' ? [server.problem] : []}
        >
          {control => (
            <input
              {...control}
              type="url"
              className={styles.control}
              value={server.customUrl}
              placeholder="https://staging.example.com/v1"
              spellCheck={false}
              onChange={event => server.setCustomUrl(event.target.value)}
            />
          )}
        </Field>
      )}
      <p id={`${id}-note`} className={styles.note}>
        {server.choice.id === 'page-mock' ? (
          <Translate id="server.pageMock" values={{server: <code>{server.sampleBaseUrl}</code>}}>
            {
              'Send is answered in this tab: no account, no network. The samples stay for {server}, since no terminal reaches a tab.'
            }
          </Translate>
        ) : (
          <Translate id="server.named" values={{server: <code>{server.baseUrl || '…'}</code>}}>
            {'Send and the samples go to {server}.'}
          </Translate>
        )}
      </p>
    </div>
  );
}
