import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {CALM, LATENCIES, type Latency, type Scenario} from '../../mock/scenario';
import controls from '../controls.module.css';
import {playScenario} from '../Playground/server/pageMock';
import Segments from './Segments';
import styles from './styles.module.css';

const failureRates = [0, 0.25, 1];
const rateLimits = [CALM.rateLimit, 5, 0];

/** What the mock simulates from the next request on. */
export default function ScenarioControls({scenario}: {readonly scenario: Scenario}): ReactNode {
  return (
    <fieldset className={styles.group}>
      <legend>
        <Translate id="mock.scenario">Scenario</Translate>
      </legend>
      <Segments
        label={translate({id: 'mock.latency', message: 'Latency'})}
        options={LATENCIES.map(latency => ({value: latency, label: latencyLabel(latency)}))}
        value={scenario.latency}
        onChoose={latency => void playScenario({latency})}
      />
      <Segments
        label={translate({id: 'mock.failures', message: 'Failures (503)'})}
        options={failureRates.map(rate => ({value: rate, label: `${rate * 100} %`}))}
        value={scenario.failureRate}
        onChoose={failureRate => void playScenario({failureRate})}
      />
      <Segments
        label={translate({id: 'mock.rateLimit', message: 'Requests per minute'})}
        options={rateLimits.map(limit => ({value: limit, label: String(limit)}))}
        value={scenario.rateLimit}
        onChoose={rateLimit => void playScenario({rateLimit})}
      />
      <div className={styles.switches}>
        <Switch
          label={translate({id: 'mock.offline', message: 'Offline'})}
          on={scenario.offline}
          onChange={offline => void playScenario({offline})}
        />
        <Switch
          label={translate({id: 'mock.expiredKey', message: 'Expired key'})}
          on={scenario.expiredKey}
          onChange={expiredKey => void playScenario({expiredKey})}
        />
        <Switch
          label={translate({id: 'mock.emptyAccount', message: 'Empty account'})}
          on={scenario.emptyAccount}
          onChange={emptyAccount => void playScenario({emptyAccount})}
        />
      </div>
      <p className={controls.note}>
        <Translate id="mock.scenarioNote">
          Typical takes 0.1 to 0.3 s, slow takes 1.5 to 3 s. The local mock has options for all of this.
        </Translate>
      </p>
    </fieldset>
  );
}

function latencyLabel(latency: Latency): string {
  switch (latency) {
    case 'none':
      return translate({id: 'mock.latencyNone', message: 'None'});
    case 'typical':
      return translate({id: 'mock.latencyTypical', message: 'Typical'});
    case 'slow':
      return translate({id: 'mock.slow', message: 'Slow'});
  }
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({label, on, onChange}: SwitchProps): ReactNode {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={on} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
