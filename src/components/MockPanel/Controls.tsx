import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {CALM, LATENCIES, type Latency, type Scenario} from '../../mock/scenario';
import styles from './styles.module.css';

export interface ControlsProps {
  readonly operation: Operation;
  readonly scenario: Scenario;
  readonly preference: string | undefined;
  readonly onPlay: (change: Partial<Scenario>) => Promise<void>;
  readonly onPrefer: (preference: string | undefined) => void;
}

const FAILURE_RATES = [0, 0.1, 0.25, 0.5, 1];
const RATE_LIMITS = [CALM.rateLimit, 60, 5, 0];

/** What the mock plays from now on. */
export default function Controls({
  operation,
  scenario,
  preference,
  onPlay,
  onPrefer,
}: ControlsProps): ReactNode {
  const preferences: readonly (readonly [string, string])[] = [
    ['', translate({id: 'controls.preferNone', message: 'What the request deserves'})],
    ...operation.responses
      .filter(({status}) => /^\d{3}$/.test(status))
      .map(({status}): [string, string] => [`code=${status}`, status]),
    ['dynamic=true', translate({id: 'controls.dynamic', message: 'Random values'})],
  ];
  return (
    <div className={styles.controls}>
      <Choice
        label={translate({id: 'controls.latency', message: 'Latency'})}
        value={scenario.latency}
        options={LATENCIES.map(latency => [latency, latencyLabel(latency)])}
        onChange={value => onPlay({latency: LATENCIES.find(latency => latency === value) ?? CALM.latency})}
      />
      <Choice
        label={translate({id: 'controls.failures', message: 'Failures (503)'})}
        value={String(scenario.failureRate)}
        options={among(FAILURE_RATES, scenario.failureRate).map(rate => [
          String(rate),
          rate === 0 ? translate({id: 'controls.none', message: 'None'}) : `${Math.round(rate * 100)} %`,
        ])}
        onChange={value => onPlay({failureRate: Number(value)})}
      />
      <Choice
        label={translate({id: 'controls.rateLimit', message: 'Requests a minute'})}
        value={String(scenario.rateLimit)}
        options={among(RATE_LIMITS, scenario.rateLimit).map(limit => [String(limit), String(limit)])}
        onChange={value => onPlay({rateLimit: Number(value)})}
      />
      <Choice
        label={translate({id: 'controls.prefer', message: 'Answer with'})}
        value={preferences.some(([value]) => value === preference) ? (preference ?? '') : ''}
        options={preferences}
        onChange={value => onPrefer(value === '' ? undefined : value)}
        note={translate({
          id: 'controls.preferNote',
          message: 'Adds the header Prefer to this request.',
        })}
      />
      <div className={styles.switches}>
        <Switch
          label={translate({id: 'scenario.offline', message: 'Offline'})}
          on={scenario.offline}
          onChange={offline => onPlay({offline})}
        />
        <Switch
          label={translate({id: 'scenario.expiredKey', message: 'Expired key'})}
          on={scenario.expiredKey}
          onChange={expiredKey => onPlay({expiredKey})}
        />
        <Switch
          label={translate({id: 'scenario.emptyAccount', message: 'Empty account'})}
          on={scenario.emptyAccount}
          onChange={emptyAccount => onPlay({emptyAccount})}
        />
      </div>
      <p className={styles.note}>
        <Translate id="controls.note">
          The mock in this tab plays it until you turn it off. The local mock has the same as options.
        </Translate>
      </p>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly note?: string;
  readonly onChange: (value: string) => unknown;
}

function Choice({label, value, options, note, onChange}: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={event => void onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => unknown;
}

function Switch({label, on, onChange}: SwitchProps): ReactNode {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={on} onChange={event => void onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function latencyLabel(latency: Latency): string {
  switch (latency) {
    case 'none':
      return translate({id: 'controls.none', message: 'None'});
    case 'typical':
      return translate({id: 'controls.typical', message: 'Typical (0.1 to 0.3 s)'});
    case 'slow':
      return translate({id: 'controls.slow', message: 'Slow (1.5 to 3 s)'});
  }
}

/** The values on offer, with the present one where it is none of them. */
function among(values: readonly number[], present: number): readonly number[] {
  return values.includes(present) ? values : [...values, present];
}
