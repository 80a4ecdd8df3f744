import Translate, {translate} from '@docusaurus/Translate';
import {useId, useState, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';
import CredentialRow from './CredentialRow';
import styles from './styles.module.css';
import type {Credentials} from './useCredentials';
import {alternativeLabels} from './words';

const HeldElsewhere = fetched(() => import('./HeldElsewhere'));
const CertificateNote = fetched(() => import('./CertificateNote'));

export interface CredentialsPanelProps {
  readonly keys: Credentials;
  readonly faultsAt: (at: string) => readonly string[];
}

/**
 * The credentials of the request: one line for each key, which says where the key is kept and which origin receives it,
 * and has a button to remove it. A line opens by itself only if a key is missing.
 */
export default function CredentialsPanel({keys, faultsAt}: CredentialsPanelProps): ReactNode {
  const id = useId();
  const [said, setSaid] = useState('');
  const labels = alternativeLabels(keys.alternatives);
  const choosable = keys.alternatives.length > 1;
  if (!choosable && keys.fields.length === 0 && keys.held.length === 0 && !keys.takesCertificate) {
    return null;
  }
  return (
    <div className={styles.panel} role="group" aria-labelledby={id}>
      <span id={id} className={controls.caption}>
        <Translate id="credentials.label">Credentials</Translate>
      </span>
      {choosable && (
        <select
          className={controls.control}
          aria-label={translate({id: 'credentials.alternatives', message: 'Authenticate with'})}
          value={keys.alternative}
          onChange={event => keys.chooseAlternative(event.target.value)}
        >
          {keys.alternatives.map((alternative, index) => (
            <option key={alternative.id} value={alternative.id}>
              {labels[index]}
            </option>
          ))}
        </select>
      )}
      {keys.fields.map(field => (
        <CredentialRow
          // A key belongs to its origin: another server starts with a row of its own.
          key={`${field.scheme.id} ${field.origin ?? ''} ${field.bindable}`}
          field={field}
          faults={faultsAt(`credentials/${field.scheme.id}`)}
          onSay={setSaid}
        />
      ))}
      {keys.takesCertificate && (
        <LoadFailure>
          <CertificateNote />
        </LoadFailure>
      )}
      {keys.held.length > 0 && (
        <LoadFailure>
          <HeldElsewhere keys={keys} onSay={setSaid} />
        </LoadFailure>
      )}
      <span role="status" className={spoken.spoken}>
        {said}
      </span>
    </div>
  );
}
