import Translate from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import {checkServer, type Health} from '../../client/checkServer';
import type {ServerChoice} from '../../client/servers';
import AllowLines from './AllowLines';
import styles from './Playground.module.css';

export interface ServerHealthProps {
  /** Whose URL can be asked. */
  readonly choice: ServerChoice;
}

type State = {readonly type: 'not-asked'} | {readonly type: 'asking'} | Health;

/** Asks the server when the reader wants to know, and tells in words whether this page can use it. */
export default function ServerHealth({choice}: ServerHealthProps): ReactNode {
  const [state, setState] = useState<State>({type: 'not-asked'});

  async function check(): Promise<void> {
    setState({type: 'asking'});
    setState(await checkServer(choice));
  }

  return (
    <>
      <button
        type="button"
        className={styles.check}
        aria-disabled={state.type === 'asking'}
        onClick={() => state.type !== 'asking' && void check()}
      >
        <Translate id="server.check">Check whether it answers</Translate>
      </button>
      <div role="status" className={styles.health} data-health={state.type}>
        {contentOf(state)}
      </div>
    </>
  );
}

function contentOf(state: State): ReactNode {
  switch (state.type) {
    case 'not-asked':
      return null;
    case 'asking':
      return <Translate id="server.checking">Asking the server…</Translate>;
    case 'reached':
      return (
        <Translate id="server.reached" values={{status: state.status}}>
          {'Reached: it answers ({status}), and this page may read its answers.'}
        </Translate>
      );
    case 'not-reached':
      return (
        <>
          <strong>{state.diagnosis.title}</strong> {state.diagnosis.explanation} {state.diagnosis.nextStep}
          <AllowLines lines={state.diagnosis.allow} />
        </>
      );
  }
}
