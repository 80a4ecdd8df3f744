import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import {useRef, useState, type ReactNode} from 'react';

import {CALM, type Scenario} from '../../mock/scenario';
import controls from '../controls.module.css';
import spoken from '../spoken.module.css';
import {playScenario} from '../Playground/server/pageMock';
import {inPlay} from './inPlay';
import styles from './styles.module.css';
import {usePageMock} from './usePageMock';

/**
 * What the mock simulates, beside Send, so that no unusual response is a surprise. Each chip is turned off with one
 * click.
 */
export default function MockChips(): ReactNode {
  const {scenario} = usePageMock();
  const [said, setSaid] = useState('');
  const [stuck, setStuck] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const playing = inPlay(scenario);

  async function turnOff(change: Partial<Scenario>, announcement: string): Promise<void> {
    setStuck(false);
    setSaid('');
    // The button that has focus is about to disappear.
    group.current?.focus({preventScroll: true});
    const done = await playScenario(change);
    setSaid(done ? announcement : '');
    setStuck(!done);
  }

  return (
    <div
      ref={group}
      className={styles.chips}
      data-empty={playing.length === 0 || undefined}
      tabIndex={-1}
      role="group"
      aria-label={translate({id: 'mock.plays', message: 'Mock settings in use'})}
    >
      {playing.map(({part, label, off}) => (
        <button
          key={part}
          type="button"
          className={styles.chip}
          aria-label={translate({id: 'mock.turnOff', message: '{label}: turn off'}, {label})}
          onClick={() => turnOff(off, translate({id: 'mock.isOff', message: '{label} is off.'}, {label}))}
        >
          {label}
          <X aria-hidden size={12} />
        </button>
      ))}
      {playing.length > 1 && (
        <button
          type="button"
          className={controls.linkButton}
          onClick={() =>
            turnOff(CALM, translate({id: 'mock.calm', message: 'The mock responds as usual again.'}))
          }
        >
          <Translate id="mock.allOff">Turn all off</Translate>
        </button>
      )}
      <span role="status" className={spoken.spoken}>
        {said}
      </span>
      {stuck && (
        <p role="alert" className={styles.failure}>
          <Translate id="mock.stuck">
            The mock did not load, so nothing was turned off. Check your connection, then try again.
          </Translate>
        </p>
      )}
    </div>
  );
}
