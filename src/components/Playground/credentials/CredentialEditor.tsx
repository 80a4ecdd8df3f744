import Translate from '@docusaurus/Translate';
import {useId, useState, type ReactNode} from 'react';

import controls from '../../controls.module.css';
import BasicInput from './BasicInput';
import CookieChoice from './CookieChoice';
import SecretInput from './SecretInput';
import SignIn from './SignIn';
import styles from './styles.module.css';
import {isCookie, type KeyOfScheme} from './useCredentials';

export interface CredentialEditorProps {
  readonly field: KeyOfScheme;
  readonly label: string;
  readonly faults: readonly string[];
}

/** Fields for a key, where it is sent, and the choice of where it is kept. */
export default function CredentialEditor({field, label, faults}: CredentialEditorProps): ReactNode {
  const {scheme} = field;
  if (isCookie(scheme) && !field.onMock) {
    return <CookieChoice field={field} />;
  }
  const signsIn = (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') && !field.onMock;
  return (
    <>
      {signsIn && <SignIn scheme={scheme} field={field} />}
      {scheme.type === 'basic' ? (
        <BasicInput field={field} faults={faults} />
      ) : (
        <SecretInput
          label={label}
          labelSpoken={!signsIn}
          at={`credentials/${scheme.id}`}
          value={field.value}
          readable={field.isMockKey}
          faults={faults}
          onChange={field.set}
        />
      )}
      {scheme.type === 'apiKey' && scheme.httpScheme !== undefined && (
        <WholeHeader name={scheme.httpScheme} />
      )}
      <Whereabouts field={field} />
      {!field.onMock && <KeepForSession field={field} />}
    </>
  );
}

/** What to type for an HTTP authentication scheme of which this page knows no more than the name. */
function WholeHeader({name}: {readonly name: string}): ReactNode {
  return (
    <p className={controls.note}>
      {name.toLowerCase() === 'digest' ? (
        <Translate id="key.digest" values={{digest: <code>Digest</code>}}>
          {
            'Type all of the header: {digest}, and the response that a client computed from the challenge in a 401. It is valid for one request.'
          }
        </Translate>
      ) : (
        <Translate id="key.wholeHeader" values={{name: <code>{name}</code>}}>
          {'Type all of the header: {name}, and your credential.'}
        </Translate>
      )}
    </p>
  );
}

/** Where the key goes in the request, and what a page cannot send. */
function Whereabouts({field: {scheme, origin}}: {readonly field: KeyOfScheme}): ReactNode {
  return (
    <p className={controls.note}>
      {origin !== undefined && (
        <Translate id="key.destination" values={{origin: <code>{origin}</code>}}>
          {'Sent only to {origin}. Other servers start without it.'}
        </Translate>
      )}{' '}
      <Translate id="key.samples" values={{env: <code>{scheme.env}</code>}}>
        {'The samples read it from {env}.'}
      </Translate>
      {scheme.type === 'apiKey' && scheme.in === 'query' && (
        <>
          {' '}
          <Translate id="key.query">
            This API takes it in the URL, and servers write URLs to their logs. This page never shows it in a
            URL.
          </Translate>
        </>
      )}
    </p>
  );
}

/** In memory unless the reader chooses otherwise; the consequence is explained before the choice. */
function KeepForSession({field}: {readonly field: KeyOfScheme}): ReactNode {
  const id = useId();
  const [denied, setDenied] = useState(false);
  return (
    <div className={styles.keep}>
      <input
        id={id}
        type="checkbox"
        checked={field.place === 'tab'}
        aria-describedby={`${id}-note`}
        onChange={event => setDenied(!field.keepIn(event.target.checked ? 'tab' : 'memory'))}
      />
      <div>
        <label htmlFor={id}>
          <Translate id="key.keep">Keep for this session</Translate>
        </label>
        <p id={`${id}-note`} className={controls.note} role={denied ? 'alert' : undefined}>
          {denied ? (
            <Translate id="key.denied">
              Your browser blocks storage for this page, so the key stays in memory until you reload.
            </Translate>
          ) : (
            <Translate id="key.keepMeans">
              Stored in this tab until you close it, where scripts of this site can read it. Otherwise it
              stays in memory until you reload.
            </Translate>
          )}
        </p>
      </div>
    </div>
  );
}
