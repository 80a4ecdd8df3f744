import Translate from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import type {Health} from '../../../client/checkServer';
import type {ServerChoice} from '../../../client/servers';
import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

const HealthWords = fetched(() => import('./HealthWords').catch(() => ({default: NotLoaded})));

type State = {readonly type: 'not-asked' | 'asking' | 'not-loaded'} | Health;

/** Checks the chosen server on request, and shows the result, which is valid for that URL only. */
export default function ServerCheck({choice}: {readonly choice: ServerChoice}): ReactNode {
  const [found, setFound] = useState<{readonly baseUrl: string; readonly state: State}>();
  const state: State = found?.baseUrl === choice.baseUrl ? found.state : {type: 'not-asked'};

  async function ask(): Promise<void> {
    const {baseUrl} = choice;
    setFound({baseUrl, state: {type: 'asking'}});
    const health = await import('../../../client/checkServer').then(
      ({checkServer}) => checkServer(choice),
      () => ({type: 'not-loaded' as const}),
    );
    setFound(latest => (latest?.baseUrl === baseUrl ? {baseUrl, state: health} : latest));
  }

  return (
    <div className={styles.check}>
      <button
        type="button"
        className={controls.linkButton}
        aria-disabled={state.type === 'asking'}
        onClick={() => state.type !== 'asking' && void ask()}
      >
        <Translate id="server.checkLabel">Check whether it responds</Translate>
      </button>
      <div role="status" className={styles.health} data-health={state.type}>
        {contentOf(state)}
      </div>
    </div>
  );
}

function contentOf(state: State): ReactNode {
  switch (state.type) {
    case 'not-asked':
      return null;
    case 'asking':
      return <Translate id="server.checking">Checking the server…</Translate>;
    case 'not-loaded':
      return <NotLoaded />;
    case 'reached':
    case 'not-reached':
      return <HealthWords health={state} />;
  }
}

function NotLoaded(): ReactNode {
  return (
    <Translate id="server.checkNotLoaded">
      The server check did not load. Check your connection, then try again.
    </Translate>
  );
}
