import {translate} from '@docusaurus/Translate';
import {operations} from '@generated/openapi/default/catalog.js';
import {loadOperation} from '@generated/openapi/default/loaders.js';
import {useEffect, useState, type ReactNode} from 'react';

import {serverUrl} from '../../api/serverUrl';
import type {HistoryEntry} from '../../client/history';
import {buildRequest} from '../../request/build';
import {generateSnippet} from '../../snippets';
import ChangesView from '../Answer/ChangesView';
import styles from './styles.module.css';

export interface ComparisonProps {
  readonly earlier: HistoryEntry;
  readonly later: HistoryEntry;
}

/** In what two requests differ, as cURL commands, line by line. */
export default function Comparison({earlier, later}: ComparisonProps): ReactNode {
  const [texts, setTexts] = useState<{readonly before: string; readonly after: string}>();
  useEffect(() => {
    let current = true;
    void Promise.all([textOf(earlier), textOf(later)]).then(([before, after]) => {
      if (current) {
        setTexts({before, after});
      }
    });
    return () => {
      current = false;
    };
  }, [earlier, later]);
  return (
    <div
      className={styles.comparison}
      role="region"
      aria-label={translate({id: 'history.comparison', message: 'Difference of the two requests'})}
    >
      {texts && <ChangesView {...texts} isJson={false} />}
    </div>
  );
}

/** What cannot be printed, such as values that the API no longer has a place for, is compared as it is kept. */
async function textOf({operation: id, values}: HistoryEntry): Promise<string> {
  try {
    const operation = await loadOperation(id);
    const server = operations.find(entry => entry.id === id)?.servers[0];
    const {request} = buildRequest(operation, values, {
      baseUrl: server ? serverUrl(server) : 'https://example.com',
      credentials: [],
    });
    return generateSnippet(request, 'curl');
  } catch {
    return JSON.stringify(values, null, 2);
  }
}
