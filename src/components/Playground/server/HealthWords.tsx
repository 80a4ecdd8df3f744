import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Health} from '../../../client/checkServer';
import AllowLines from '../../AllowLines';

/** Whether this page can use a server that was checked, and what to do if it cannot. */
export default function HealthWords({health}: {readonly health: Health}): ReactNode {
  switch (health.type) {
    case 'reached':
      return (
        <Translate id="server.reached" values={{status: health.status}}>
          {'Reachable: it responds ({status}), and this page can read its responses.'}
        </Translate>
      );
    case 'not-reached':
      return (
        <>
          <strong>{health.diagnosis.title}</strong> {health.diagnosis.explanation} {health.diagnosis.nextStep}
          <AllowLines lines={health.diagnosis.allow} />
        </>
      );
  }
}
