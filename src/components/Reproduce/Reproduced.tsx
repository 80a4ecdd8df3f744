import {translate} from '@docusaurus/Translate';
import {useEffect, useRef, type ReactNode} from 'react';

import {bringIntoView} from '../bringIntoView';
import {fetched} from '../fetched';
import LoadFailure from '../LoadFailure';
import type {ReproduceProps} from './index';
import {dismissReproduction, useLastReproduction} from './reproductions';
import styles from './styles.module.css';

export interface ReproducedProps extends ReproduceProps {
  /** Called when the reader has closed it. */
  readonly onClosed: () => void;
}

const ReproducedAnswer = fetched(() => import('./ReproducedAnswer'));

/** Where the response of a reproduction is shown: empty and without height until there is one. */
export default function Reproduced({operation, status, onClosed}: ReproducedProps): ReactNode {
  const last = useLastReproduction(operation);
  const shown = last?.status === status ? last : undefined;
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown?.reproduction.type === 'done') {
      bringIntoView(region.current);
    }
  }, [shown]);
  return (
    <section
      ref={region}
      className={styles.reproduced}
      aria-label={translate({id: 'reproduced.region', message: 'Reproduced response'})}
      aria-busy={shown?.reproduction.type === 'under way'}
      hidden={shown === undefined}
    >
      {shown && (
        <LoadFailure>
          <ReproducedAnswer
            status={status}
            reproduction={shown.reproduction}
            onClose={() => {
              dismissReproduction(operation);
              onClosed();
            }}
          />
        </LoadFailure>
      )}
    </section>
  );
}
