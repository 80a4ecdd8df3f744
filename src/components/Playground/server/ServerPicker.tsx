import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import Field from '../fields/Field';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';
import type {ServerSelection} from './useServer';

/** The mock in the tab always responds. */
const ServerCheck = fetched(() => import('./ServerCheck').catch(() => ({default: () => null})));

const ServerVariables = fetched(() => import('./ServerVariables'));

/** The server that Send sends to, always visible. */
export default function ServerPicker({server}: {readonly server: ServerSelection}): ReactNode {
  const id = useId();
  const isMock = server.choice.kind === 'page-mock';
  return (
    <div className={styles.server}>
      <label htmlFor={id} className={controls.caption}>
        <Translate id="server.label">Server</Translate>
      </label>
      <select
        id={id}
        className={controls.control}
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
              className={controls.control}
              value={server.customUrl}
              placeholder="https://staging.example.com/v1"
              spellCheck={false}
              onChange={event => server.setCustomUrl(event.target.value)}
            />
          )}
        </Field>
      )}
      {server.choice.variables && (
        <LoadFailure>
          <ServerVariables variables={server.choice.variables} onChange={server.setVariable} />
        </LoadFailure>
      )}
      {server.choice.variables && server.problem && (
        <p className={styles.rowFault} data-at="server" tabIndex={-1}>
          {server.problem}
        </p>
      )}
      <p id={`${id}-note`} className={controls.note}>
        {server.choice.id === 'page-mock' ? (
          <Translate id="server.pageMock" values={{server: <code>{server.sampleBaseUrl}</code>}}>
            {'No account needed. The samples are for {server}.'}
          </Translate>
        ) : (
          <Translate id="server.named" values={{server: <code>{server.baseUrl || '…'}</code>}}>
            {'Send and the samples use {server}.'}
          </Translate>
        )}
      </p>
      {!isMock && server.problem === undefined && (
        <ServerCheck choice={server.choice} whileLoading={<div className={styles.check} />} />
      )}
    </div>
  );
}
