import {translate} from '@docusaurus/Translate';

import {CALM, type Scenario} from '../../mock/scenario';

/** Something unusual that the mock simulates. */
export interface InPlay {
  readonly part: keyof Scenario;
  /** In a word or two, such as `Slow`. */
  readonly label: string;
  /** The change that turns it off. */
  readonly off: Partial<Scenario>;
}

/** How a scenario differs from a calm one, in the order in which a request is affected. */
export function inPlay(scenario: Scenario): readonly InPlay[] {
  const parts: readonly (keyof Scenario)[] = [
    'latency',
    'offline',
    'failureRate',
    'expiredKey',
    'rateLimit',
    'emptyAccount',
  ];
  return parts
    .filter(part => scenario[part] !== CALM[part])
    .map(part => ({part, label: labelOf(part, scenario), off: {[part]: CALM[part]}}));
}

function labelOf(part: keyof Scenario, {latency, failureRate, rateLimit}: Scenario): string {
  switch (part) {
    case 'latency':
      return latency === 'slow'
        ? translate({id: 'mock.slow', message: 'Slow'})
        : translate({id: 'mock.typical', message: 'Typical latency'});
    case 'offline':
      return translate({id: 'mock.offline', message: 'Offline'});
    case 'failureRate':
      return translate(
        {id: 'mock.failing', message: '{percent} % fail'},
        {percent: Math.round(failureRate * 100)},
      );
    case 'expiredKey':
      return translate({id: 'mock.expiredKey', message: 'Expired key'});
    case 'rateLimit':
      return translate({id: 'mock.limited', message: '{limit} per minute'}, {limit: rateLimit});
    case 'emptyAccount':
      return translate({id: 'mock.emptyAccount', message: 'Empty account'});
  }
}
