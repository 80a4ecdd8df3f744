import Translate from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import controls from '../../controls.module.css';
import styles from './styles.module.css';
import type {KeyOfScheme} from './useCredentials';

/** A key in a cookie: the browser sends the one it has for the server, and only if the reader agrees. */
export default function CookieChoice({field}: {readonly field: KeyOfScheme}): ReactNode {
  const id = useId();
  const {scheme, origin = ''} = field;
  return (
    <div className={styles.keep}>
      <input
        id={id}
        type="checkbox"
        checked={field.cookies}
        aria-describedby={`${id}-note`}
        onChange={event => field.setCookies(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>
          <Translate id="key.sendCookies" values={{origin}}>
            {'Send my cookies for {origin}'}
          </Translate>
        </label>
        <p id={`${id}-note`} className={controls.note}>
          <Translate
            id="key.cookiesMean"
            values={{name: <code>{schemeName(field)}</code>, env: <code>{scheme.env}</code>}}
          >
            {
              'Browsers do not let a page set the cookie {name}. Sign in to the server in another tab, then let the browser send its cookies until you reload this page. Many browsers withhold cookies from a page of another site. The samples read the value from {env}.'
            }
          </Translate>
        </p>
      </div>
    </div>
  );
}

function schemeName({scheme}: KeyOfScheme): string {
  return scheme.type === 'apiKey' ? scheme.name : scheme.id;
}
