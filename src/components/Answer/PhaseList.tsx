import {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import {matchingTiming, phasesOf, type Phase} from '../../client/answer/phases';
import type {ResponseResult} from '../../client/result';
import styles from './Answer.module.css';
import Details from './Details';
import {formatDuration, formatSize} from './figures';

/** How the duration is divided, as far as the browser reports it, and how many bytes were transferred. */
export default function PhaseList({result}: {readonly result: ResponseResult}): ReactNode {
  const {phases, transferred} = useMemo(() => phasesOf(result, browserTiming(result)), [result]);
  const longest = Math.max(...phases.map(({ms}) => ms), 1);
  return (
    <Details name="phases" summary={translate({id: 'phases.title', message: 'Time and size'})}>
      <dl className={styles.phases}>
        {phases.map(({phase, ms}) => (
          <div key={phase}>
            <dt>{phaseInWords(phase)}</dt>
            <dd>
              <span className={styles.bar} style={{inlineSize: `${(100 * ms) / longest}%`}} />
              <span>{formatDuration(ms)}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{translate({id: 'phases.body', message: 'Body'})}</dt>
          <dd>
            {transferred === undefined
              ? formatSize(result.size)
              : translate(
                  {id: 'phases.transferred', message: '{size}, {transferred} on the wire with headers'},
                  {size: formatSize(result.size), transferred: formatSize(transferred)},
                )}
          </dd>
        </div>
      </dl>
    </Details>
  );
}

function browserTiming({url, durationMs}: ResponseResult): PerformanceResourceTiming | undefined {
  const entries = performance.getEntriesByName(url, 'resource');
  return matchingTiming(
    entries.filter(entry => entry instanceof PerformanceResourceTiming),
    durationMs,
  );
}

function phaseInWords(phase: Phase): string {
  switch (phase) {
    case 'queue':
      return translate({id: 'phases.queue', message: 'Waiting to start'});
    case 'dns':
      return translate({id: 'phases.dns', message: 'Finding the server'});
    case 'connect':
      return translate({id: 'phases.connect', message: 'Connecting'});
    case 'tls':
      return translate({id: 'phases.tls', message: 'Securing (TLS)'});
    case 'wait':
      return translate({id: 'phases.wait', message: 'Waiting for the server'});
    case 'receive':
      return translate({id: 'phases.receive', message: 'Receiving'});
  }
}
