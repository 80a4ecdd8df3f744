import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import styles from './styles.module.css';
import type {MoreSample} from './useMoreSample';

/** Shown in the panel of a language from the menu while there is no code yet. */
export default function MoreSampleState({label, state, retry}: MoreSample): ReactNode {
  return state === 'failed' ? (
    <div className={styles.state} role="alert">
      <p>
        <Translate id="codeTabs.moreFailed" values={{label}}>
          {'The {label} sample did not load. Check your connection, then try again.'}
        </Translate>
      </p>
      <button type="button" className={styles.retry} onClick={retry}>
        <Translate id="codeTabs.retry">Try again</Translate>
      </button>
    </div>
  ) : (
    <p className={styles.state} role="status">
      <Translate id="codeTabs.moreLoading" values={{label}}>
        {'Loading the {label} sample…'}
      </Translate>
    </p>
  );
}
