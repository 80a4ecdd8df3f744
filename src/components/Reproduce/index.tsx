import Translate, {translate} from '@docusaurus/Translate';
import {Check, Play} from 'lucide-react';
import {useRef, type ReactNode} from 'react';

import type {Reproduced as ReproducedRequest} from './reproduce';
import Reproduced from './Reproduced';
import {startReproduction, useReproduction, type ReproductionState} from './reproductions';
import styles from './styles.module.css';

export interface ReproduceProps {
  /** The id of an operation. */
  readonly operation: string;
  /** One of its documented statuses. */
  readonly status: string;
}

/** A button that triggers a documented status with a real request, and its result. */
export default function Reproduce({operation, status}: ReproduceProps): ReactNode {
  const reproduction = useReproduction(operation, status);
  const confirmed = reproduction !== undefined && isConfirmed(reproduction, status);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.reproduce}
        data-needs-script
        data-confirmed={confirmed || undefined}
        aria-disabled={reproduction?.type === 'under way'}
        aria-label={translate({id: 'reproduce.label', message: 'Reproduce {status}'}, {status})}
        onClick={() => void (reproduction?.type === 'under way' || startReproduction(operation, status))}
      >
        {confirmed ? <Check aria-hidden size={13} /> : <Play aria-hidden size={11} />}
        <Translate id="reproduce.button">Reproduce</Translate>
      </button>
      <Reproduced operation={operation} status={status} onClosed={() => button.current?.focus()} />
    </>
  );
}

/** Whether the response had the documented status. */
export function hasStatus({result}: ReproducedRequest, status: string): boolean {
  return result.type === 'response' && String(result.status) === status;
}

/** Whether that response also matches the document. */
export function isConfirmed(reproduction: ReproductionState, status: string): boolean {
  return (
    reproduction.type === 'done' &&
    hasStatus(reproduction.reproduced, status) &&
    reproduction.reproduced.check?.differences.length === 0
  );
}
