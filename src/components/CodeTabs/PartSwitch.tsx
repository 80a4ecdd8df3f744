import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import styles from './styles.module.css';

export interface PartSwitchProps {
  readonly isCallAlone: boolean;
  readonly hasFailed: boolean;
  readonly onSwitch: (isCallAlone: boolean) => void;
}

/** Whether a sample is shown as a complete program, or as the request alone, to read or to paste into a program. */
export default function PartSwitch({isCallAlone, hasFailed, onSwitch}: PartSwitchProps): ReactNode {
  return (
    <div className={styles.foot} data-needs-script>
      <div
        role="group"
        className={styles.parts}
        aria-label={translate({id: 'codeTabs.part', message: 'Part of the sample'})}
      >
        <button type="button" aria-pressed={!isCallAlone} onClick={() => onSwitch(false)}>
          <Translate id="codeTabs.program">Program</Translate>
        </button>
        <button type="button" aria-pressed={isCallAlone} onClick={() => onSwitch(true)}>
          <Translate id="codeTabs.call">Request only</Translate>
        </button>
      </div>
      <p role="status">
        {hasFailed && (
          <Translate id="codeTabs.callFailed">
            The request alone did not load. Check your connection, then choose it again.
          </Translate>
        )}
      </p>
    </div>
  );
}
