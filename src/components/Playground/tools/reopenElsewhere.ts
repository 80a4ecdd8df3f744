import {loadOperation} from '@generated/openapi/default/loaders.js';

import type {HistoryEntry} from '../../../client/history';
import {initialValues} from '../../../request/examples/initialValues';
import {openWith} from '../../formValues';
import {permalinkOf} from '../sharing/permalinkOf';

/**
 * Fills in a request of another operation on its page. Resolves to the address of the page, or undefined if it has
 * none.
 */
export async function reopenElsewhere(entry: HistoryEntry): Promise<string | undefined> {
  const permalink = await permalinkOf(entry.operation);
  if (permalink !== undefined) {
    const operation = await loadOperation(entry.operation);
    const forgotten = entry.bodiesForgotten && initialValues(operation).bodies;
    openWith(operation, forgotten ? {...entry.values, bodies: forgotten} : entry.values, 'history');
  }
  return permalink;
}
