import {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import {fetched} from '../fetched';
import LoadFailure from '../LoadFailure';
import {useLastReproduction} from './reproductions';
import styles from './styles.module.css';

export interface ReproducedProps {
  /** The id of an operation. */
  readonly operation: string;
  /** The statuses of which this place shows the answers, parted by spaces. */
  readonly statuses: string;
}

const ReproducedAnswer = fetched(() => import('./ReproducedAnswer'));

/** Where the answer of a reproduction appears: empty, and of no height, until there is one. */
export default function Reproduced({operation, statuses}: ReproducedProps): ReactNode {
  const last = useLastReproduction(operation);
  const shown = last && statuses.split(' ').includes(last.status) ? last : undefined;
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown?.reproduction.type === 'done') {
      region.current?.scrollIntoView({block: 'nearest'});
    }
  }, [shown]);
  return (
    <section
      ref={region}
      className={styles.reproduced}
      aria-label={translate({id: 'reproduced.region', message: 'Reproduced answer'})}
      aria-busy={shown?.reproduction.type === 'under way'}
      hidden={shown === undefined}
    >
      {shown && (
        <LoadFailure>
          <ReproducedAnswer status={shown.status} reproduction={shown.reproduction} />
        </LoadFailure>
      )}
    </section>
  );
}
