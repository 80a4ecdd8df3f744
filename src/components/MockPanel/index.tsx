import Translate, {translate} from '@docusaurus/Translate';
import {FlaskConical, X} from 'lucide-react';
import {lazy, Suspense, useId, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {PageMock} from '../../mock/page';
import {CALM, type Scenario} from '../../mock/scenario';
import LoadFailure from '../LoadFailure';
import {pageMock} from '../Playground/pageMock';
import {useMockState} from './mockState';
import {scenarioParts} from './scenarioParts';
import styles from './styles.module.css';

export interface MockPanelProps {
  readonly operation: Operation;
  /** What the request's header `Prefer` says. */
  readonly preference: string | undefined;
  /** Asks for a documented answer by a header of the request; undefined takes the header away. */
  readonly onPrefer: (preference: string | undefined) => void;
}

const Controls = lazy(() => import('./Controls'));
const Inspector = lazy(() => import('./Inspector'));

/** What the mock of this tab plays, always in sight; its controls and what it holds, on demand. */
export default function MockPanel({operation, preference, onPrefer}: MockPanelProps): ReactNode {
  const id = useId();
  const {scenario, inspection} = useMockState();
  const [open, setOpen] = useState(false);
  const [spoken, setSpoken] = useState('');
  const [lost, setLost] = useState(false);
  const parts = scenarioParts(scenario);

  /** Does something with the mock, which may have to be fetched first. */
  async function withMock(action: (mock: PageMock) => void | Promise<void>): Promise<void> {
    setLost(false);
    try {
      await action(await pageMock());
    } catch {
      setLost(true);
    }
  }

  function play(change: Partial<Scenario>): Promise<void> {
    return withMock(mock => mock.play(change));
  }

  function reset(): Promise<void> {
    return withMock(async mock => {
      await mock.reset();
      setSpoken(translate({id: 'mockPanel.resetDone', message: 'The mock is as new.'}));
    });
  }

  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={`${id}-panel`}
          onClick={() => {
            setOpen(!open);
            setSpoken('');
            // What the panel shows is the mock's own.
            void withMock(() => {});
          }}
        >
          <FlaskConical aria-hidden size={14} />
          <Translate id="mockPanel.toggle">Mock settings</Translate>
        </button>
        {parts.map(({name, label}) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            aria-label={translate({id: 'mockPanel.end', message: 'End: {label}'}, {label})}
            onClick={() => void play({[name]: CALM[name]})}
          >
            {label}
            <X aria-hidden size={12} />
          </button>
        ))}
        {parts.length > 1 && (
          <button type="button" className={styles.allOff} onClick={() => void play(CALM)}>
            <Translate id="mockPanel.allOff">All off</Translate>
          </button>
        )}
      </div>
      <div id={`${id}-panel`} hidden={!open} className={styles.panel}>
        {open && (
          <LoadFailure>
            <Suspense fallback={null}>
              <Controls
                operation={operation}
                scenario={scenario}
                preference={preference}
                onPlay={play}
                onPrefer={onPrefer}
              />
            </Suspense>
            {/* A boundary of its own: the controls stay in reach while it loads. */}
            <Suspense fallback={null}>
              {inspection && <Inspector inspection={inspection} onReset={reset} />}
            </Suspense>
          </LoadFailure>
        )}
      </div>
      {lost && (
        <p role="alert" className={styles.note}>
          <Translate id="mockPanel.lost">
            The mock could not be loaded. Check your connection, then try again; what you typed is kept.
          </Translate>
        </p>
      )}
      <p role="status" className={styles.spoken}>
        {spoken}
      </p>
    </div>
  );
}
