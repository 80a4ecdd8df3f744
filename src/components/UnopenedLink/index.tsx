import {useLocation} from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import {SHARE_PREFIX} from '../../request/share/shareFragment';
import styles from './styles.module.css';

/**
 * Says on any page that the link to a request that opened it belongs to no form here. Renders nothing if a form took
 * it.
 */
export default function UnopenedLink(): ReactNode {
  const {hash} = useLocation();
  const [unopened, setUnopened] = useState<string>();
  useEffect(() => {
    if (hash.startsWith(SHARE_PREFIX)) {
      // Once all effects have run, a form has removed the fragment of a link that it opened.
      queueMicrotask(() => setUnopened(window.location.hash === hash ? hash : undefined));
    }
  }, [hash]);
  return (
    <div role="status">
      {unopened !== undefined && unopened === hash && (
        <p className={styles.notice}>
          <Translate id="unopenedLink.words">
            This link to a filled-in request cannot be opened here. Either it is damaged or the request is not
            on this page. Ask for a new one.
          </Translate>
        </p>
      )}
    </div>
  );
}
