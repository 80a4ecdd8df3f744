import {translate} from '@docusaurus/Translate';

import {CALM, type Scenario} from '../../mock/scenario';

/** One thing out of the ordinary that the mock plays. */
export interface ScenarioPart {
  readonly name: keyof Scenario;
  readonly label: string;
}

/** What a scenario plays beyond the ordinary, in words. */
export function scenarioParts(scenario: Scenario): readonly ScenarioPart[] {
  const {latency, failureRate, rateLimit} = scenario;
  const labels: {readonly [name in keyof Scenario]: string} = {
    latency:
      latency === 'slow'
        ? translate({id: 'scenario.slow', message: 'Slow'})
        : translate({id: 'scenario.typical', message: 'Typical latency'}),
    failureRate: translate(
      {id: 'scenario.failures', message: '{percent} % fail'},
      {percent: Math.round(failureRate * 100)},
    ),
    rateLimit: translate({id: 'scenario.rateLimit', message: '{count} a minute'}, {count: rateLimit}),
    offline: translate({id: 'scenario.offline', message: 'Offline'}),
    expiredKey: translate({id: 'scenario.expiredKey', message: 'Expired key'}),
    emptyAccount: translate({id: 'scenario.emptyAccount', message: 'Empty account'}),
  };
  const names: readonly (keyof Scenario)[] = [
    'latency',
    'failureRate',
    'rateLimit',
    'offline',
    'expiredKey',
    'emptyAccount',
  ];
  return names.filter(name => scenario[name] !== CALM[name]).map(name => ({name, label: labels[name]}));
}
