import Translate from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import styles from '../Playground.module.css';

/** Which server the request was sent to, and how long ago. The announcement to screen readers is elsewhere. */
export default function UnderWay({server}: {readonly server: string}): ReactNode {
  const [tenths, setTenths] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setTenths(Math.floor((performance.now() - begun) / 100)), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={styles.underWay} aria-hidden>
      <span className={styles.spinner} />
      <span>
        <Translate id="answer.underWay" values={{server: <strong>{server}</strong>}}>
          {'Sending to {server}'}
        </Translate>
      </span>
      <span>{(tenths / 10).toFixed(1)} s</span>
    </p>
  );
}
