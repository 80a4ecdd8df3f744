import Translate from '@docusaurus/Translate';
import {useEffect, useId, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestValues} from '../../../request/values';
import {fetched} from '../../fetched';
import LoadFailure from '../../LoadFailure';
import type {Filler} from '../../formValues';
import controls from '../../controls.module.css';
import {useResending} from './useResending';
import type {ServerSelection} from '../server/useServer';
import type {Sending} from './useSending';

const HistoryPanel = fetched(() => import('./HistoryPanel'));

export interface HistoryPanelInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly fill: (values: RequestValues, by: Filler) => void;
  readonly sending: Sending;
  readonly server: ServerSelection;
}

/** Records what is sent, and gives the button and the panel of the history. */
export function useHistoryPanel({operation, values, fill, sending, server}: HistoryPanelInput): {
  readonly button: ReactNode;
  readonly panel: ReactNode;
} {
  const id = useId();
  const [open, setOpen] = useState(false);
  const fillIn = (next: RequestValues): void => fill(next, 'history');
  const resend = useResending({values, fillIn, server, send: sending.send});
  const {result, answered} = sending;
  const recorded = useRef(result);

  useEffect(() => {
    if (result && answered && recorded.current !== result) {
      recorded.current = result;
      const entry = {
        time: Date.now(),
        path: new URL(answered.request.url).pathname,
        server: answered.server.label,
        serverId: answered.server.id,
        ...(answered.server.kind === 'custom' ? {customUrl: answered.server.baseUrl} : {}),
        values: answered.values,
      };
      // Without the part that remembers, the answer is still there.
      import('../../History/record').then(
        ({record}) => record(operation, entry, answered.request.credentials, result),
        () => undefined,
      );
    }
  }, [result, answered, operation]);

  return {
    button: (
      <button
        type="button"
        className={controls.linkButton}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Translate id="history.open">History</Translate>
      </button>
    ),
    panel: open && (
      <div id={id}>
        <LoadFailure title={<Translate id="history.failed">The history did not load.</Translate>}>
          <HistoryPanel operation={operation} values={values} fillIn={fillIn} resend={resend} />
        </LoadFailure>
      </div>
    ),
  };
}
