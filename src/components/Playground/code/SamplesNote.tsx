import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';

export interface SamplesNoteProps {
  /** Whether the request of the form cannot be sent as it is. */
  readonly waiting: boolean;
  /** Whether what makes the samples failed to load. */
  readonly failed: boolean;
}

/** Why the samples do not show the request of the form. */
export default function SamplesNote({waiting, failed}: SamplesNoteProps): ReactNode {
  return (
    <>
      {waiting && (
        <p className={controls.note} role="status">
          <Translate id="playground.samplesWait">
            The samples show the last request that could be sent, because the current one cannot.
          </Translate>
        </p>
      )}
      {failed && (
        <p className={controls.note} role="status">
          <Translate id="playground.samplesFailed">
            The samples did not load, so the code shows the previous request. Check your connection; your next
            change updates them.
          </Translate>
        </p>
      )}
    </>
  );
}
