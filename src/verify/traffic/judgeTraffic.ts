import type {Operation} from '../../api/operation';
import {serverUrl} from '../../api/serverUrl';
import type {Finding, Unseen} from '../judge/finding';
import {judgeResponse} from '../judge/judgeResponse';
import {operationOf} from './operationOf';
import type {RecordedExchange} from './readHar';

export interface TrafficOutcome {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>;
  readonly requests: number;
}

/**
 * Judges recorded traffic. If a recording contains more than the API, only what starts with the server's URL counts, or
 * with one of the document's servers.
 * @throws Error if nothing of it belongs to this API.
 */
export function judgeTraffic(
  operations: readonly Operation[],
  exchanges: readonly RecordedExchange[],
  server: string | undefined,
  isChosen: (operation: Operation) => boolean,
): TrafficOutcome {
  const bases =
    server === undefined
      ? [...new Set(operations.flatMap(({servers}) => servers.map(one => serverUrl(one))))]
      : [server];
  const own = exchanges.filter(({url}) => bases.some(base => url === base || url.startsWith(`${base}/`)));
  if (own.length === 0) {
    throw new Error(noneOf(exchanges, bases));
  }
  const findings: Finding[] = [];
  const unseen: Unseen[] = [];
  const statuses = new Map<string, Set<number>>();
  for (const {method, url, result} of own) {
    const operation = operationOf(operations, bases, method, url);
    const {pathname} = new URL(url);
    const purpose = `${method} ${pathname}`;
    if (!operation) {
      if (method !== 'OPTIONS' && result.status !== 404 && result.status !== 405) {
        findings.push({
          operation: purpose,
          status: result.status,
          problem: {type: 'undocumented-operation'},
          purpose,
        });
      }
      continue;
    }
    if (!isChosen(operation)) {
      continue;
    }
    const {problems} = judgeResponse(operation, result, method);
    const told = problems.filter(({type}) => type !== 'cut-body');
    statuses.set(operation.id, (statuses.get(operation.id) ?? new Set()).add(result.status));
    findings.push(
      ...told.map(problem => ({operation: operation.id, status: result.status, problem, purpose})),
    );
    if (result.body.cut !== undefined) {
      unseen.push({
        operation: operation.id,
        what: `the body of ${result.status}`,
        why: 'The recording does not contain it.',
      });
    }
  }
  return {findings, unseen, statuses, requests: own.length};
}

function noneOf(exchanges: readonly RecordedExchange[], bases: readonly string[]): string {
  const origins = [
    ...new Set(exchanges.map(({url}) => (URL.canParse(url) ? new URL(url).origin : url))),
  ].slice(0, 5);
  const held =
    exchanges.length === 0 ? 'It contains no responses' : `It contains requests to ${origins.join(', ')}`;
  return `The recording has no requests to this API. ${held}, and the API is at ${bases.join(', ')}. Name the recorded server with --server.`;
}
