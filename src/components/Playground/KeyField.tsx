import Translate, {translate} from '@docusaurus/Translate';
import {Eye, EyeOff} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import type {SecurityScheme} from '../../api/operation';
import Field from './Field';
import styles from './Playground.module.css';

export interface KeyFieldProps {
  readonly scheme: SecurityScheme;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The origin that receives the key, or undefined for the mock in the tab. */
  readonly origin: string | undefined;
  readonly isMockKey: boolean;
  readonly faults: readonly string[];
}

/** The credential of one security scheme: masked, kept in memory, and bound to the server it was typed for. */
export default function KeyField({
  scheme,
  value,
  onChange,
  origin,
  isMockKey,
  faults,
}: KeyFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={labelOf(scheme)}
      at={`credentials/${scheme.id}`}
      faults={faults}
      description={
        isMockKey
          ? translate({id: 'key.mock', message: 'A key that works on the mock. It opens nothing else.'})
          : translate(
              {
                id: 'key.real',
                message:
                  'Kept in memory until you reload, sent to {origin} only, and read from {env} in the samples.',
              },
              {
                origin: origin ?? translate({id: 'key.tab', message: 'the mock in this tab'}),
                env: scheme.env,
              },
            )
      }
    >
      {control => (
        <span className={styles.key}>
          <input
            {...control}
            type={shown || isMockKey ? 'text' : 'password'}
            className={styles.control}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={event => onChange(event.target.value)}
          />
          {!isMockKey && (
            <button
              type="button"
              className={styles.iconButton}
              onClick={() => setShown(!shown)}
              aria-pressed={shown}
            >
              {shown ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
              <span className={styles.spoken}>
                <Translate id="key.show">Show the key</Translate>
              </span>
            </button>
          )}
        </span>
      )}
    </Field>
  );
}

function labelOf(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'bearer':
      return translate({id: 'key.bearer', message: 'API key'});
    case 'basic':
      return translate({id: 'key.basic', message: 'user:password'});
    case 'apiKey':
      return scheme.name;
    case 'oauth2':
    case 'openIdConnect':
      return translate({id: 'key.token', message: 'Access token'});
  }
}
