import Translate, {translate} from '@docusaurus/Translate';
import {operations} from '@generated/openapi/default/catalog.js';
import {loadOperation} from '@generated/openapi/default/loaders.js';
import {useEffect, useMemo, useState, type ReactNode} from 'react';

import {serverUrl} from '../../api/serverUrl';
import {comparedValues, compareOutcomes, compareRequests} from '../../client/compareEntries';
import type {HistoryEntry} from '../../client/history';
import {buildRequest} from '../../request/wire/build';
import type {RequestValues} from '../../request/values';
import {curl} from '../../snippets/curl';
import {sampleOrReason} from '../../snippets/sampleOf';
import ChangesView from '../Answer/ChangesView';
import styles from './styles.module.css';
import {answerOf} from './useHistoryEntries';

export interface ComparisonProps {
  readonly earlier: HistoryEntry;
  readonly later: HistoryEntry;
}

/**
 * The differences between two requests and their responses, as far as the history has them: requests as cURL commands,
 * line by line.
 */
export default function Comparison({earlier, later}: ComparisonProps): ReactNode {
  const [texts, setTexts] = useState<readonly [string, string]>();
  useEffect(() => {
    let current = true;
    void textsOf(earlier, later).then(made => {
      if (current) {
        setTexts(made);
      }
    });
    return () => {
      current = false;
    };
  }, [earlier, later]);
  const compared = useMemo(() => {
    const [before = '', after = ''] = texts ?? [];
    const sides = [
      {entry: earlier, request: before, answer: answerOf(earlier.id)},
      {entry: later, request: after, answer: answerOf(later.id)},
    ] as const;
    return texts && {requests: compareRequests(...sides), outcomes: compareOutcomes(...sides)};
  }, [texts, earlier, later]);
  return (
    <div
      className={styles.comparison}
      role="region"
      aria-label={translate({id: 'history.comparison', message: 'Comparison of the two requests'})}
    >
      {compared && (
        <>
          <p className={styles.part}>
            <Translate id="history.requests">Request</Translate>
          </p>
          <ChangesView
            comparison={compared.requests}
            label={translate({id: 'history.requestChanges', message: 'Changes to the request'})}
          />
          <p className={styles.part}>
            <Translate id="history.answers">Response</Translate>
          </p>
          <ChangesView
            comparison={compared.outcomes}
            label={translate({id: 'history.answerChanges', message: 'Changes to the response'})}
          />
        </>
      )}
    </div>
  );
}

/**
 * A request that cannot be printed, such as one with values that the API no longer has, is compared as it was stored.
 */
async function textsOf(earlier: HistoryEntry, later: HistoryEntry): Promise<readonly [string, string]> {
  const [before, after] = comparedValues(earlier, later);
  try {
    return await Promise.all([curlOf(earlier, before), curlOf(later, after)]);
  } catch {
    return [JSON.stringify(before, null, 2), JSON.stringify(after, null, 2)];
  }
}

async function curlOf({operation: id}: HistoryEntry, values: RequestValues): Promise<string> {
  const operation = await loadOperation(id);
  const server = operations.find(entry => entry.id === id)?.servers[0];
  const {request} = buildRequest(operation, values, {
    baseUrl: server ? serverUrl(server) : 'https://example.com',
    credentials: [],
  });
  return sampleOrReason(request, curl);
}
