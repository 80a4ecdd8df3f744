import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {joinBasic, splitBasic} from '../../../request/basicCredential';
import Field from '../fields/Field';
import controls from '../../controls.module.css';
import SecretInput from './SecretInput';
import styles from './styles.module.css';
import type {KeyOfScheme} from './useCredentials';

export interface BasicInputProps {
  readonly field: KeyOfScheme;
  readonly faults: readonly string[];
}

/** User and password of HTTP Basic (RFC 7617). A colon in the user cannot be sent, as it would end the user. */
export default function BasicInput({field, faults}: BasicInputProps): ReactNode {
  const {user, password} = splitBasic(field.value);
  const at = `credentials/${field.scheme.id}`;
  return (
    <div className={styles.basic}>
      <Field label={translate({id: 'key.user', message: 'User'})} at={`${at}/user`}>
        {control => (
          <input
            {...control}
            className={controls.control}
            value={user}
            autoComplete="off"
            spellCheck={false}
            onChange={event => field.set(joinBasic(event.target.value.replaceAll(':', ''), password))}
          />
        )}
      </Field>
      <SecretInput
        label={translate({id: 'key.password', message: 'Password'})}
        at={at}
        value={password}
        readable={field.isMockKey}
        faults={faults}
        onChange={next => field.set(joinBasic(user, next))}
      />
    </div>
  );
}
