import Translate from '@docusaurus/Translate';
import {useHistory as useRouterHistory} from '@docusaurus/router';
import {useState, type ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import type {HistoryEntry} from '../../../client/history';
import type {RequestValues} from '../../../request/values';
import controls from '../../controls.module.css';
import History from '../../History';
import type {Resend} from '../exchange/useResending';
import {reopenElsewhere} from './reopenElsewhere';

export interface HistoryPanelProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly fillIn: (values: RequestValues) => void;
  readonly resend: Resend;
}

/** The history. Its requests are filled in here or, if they belong to another operation, on that operation's page. */
export default function HistoryPanel({operation, values, fillIn, resend}: HistoryPanelProps): ReactNode {
  const router = useRouterHistory();
  const [failed, setFailed] = useState(false);

  function reopen(entry: HistoryEntry, fill: (values: RequestValues) => void): void {
    if (entry.operation === operation.id) {
      fill(entry.bodiesForgotten ? {...entry.values, bodies: values.bodies} : entry.values);
      return;
    }
    setFailed(false);
    reopenElsewhere(entry).then(
      permalink => {
        if (permalink !== undefined) {
          router.push(permalink);
        }
      },
      () => setFailed(true),
    );
  }

  return (
    <>
      <p role="status" className={controls.note}>
        {failed && (
          <Translate id="history.notOpened">
            The page of this request did not load. Check your connection, then try again.
          </Translate>
        )}
      </p>
      <History
        operation={operation.id}
        onReopen={entry => reopen(entry, fillIn)}
        onResend={entry => reopen(entry, next => resend(next, entry))}
      />
    </>
  );
}
