import {grouped} from '../../api/grouped';
import type {Api, Operation} from '../../api/operation';
import {generateSnippet} from '../../snippets';
import type {Finding, Unseen} from '../judge/finding';
import {keyOf, problemInWords} from '../judge/findingInWords';
import type {RunOutcome} from '../run/context';

/** The result of a run, as it is printed: plain JSON, which is also the format of baselines. */
export interface Report {
  readonly title: string;
  readonly version: string;
  /** The server's URL, or the file with the traffic. */
  readonly target: string;
  readonly requests: number;
  readonly operations: readonly OperationReport[];
  readonly problems: readonly ReportedProblem[];
  /** What could not be checked, by reason. */
  readonly unseen: readonly {readonly why: string; readonly what: readonly string[]}[];
  /** What the run created and did not delete, with the command that deletes it. */
  readonly left: readonly {readonly what: string; readonly command?: string}[];
  /** Problems of the baseline that no longer occur. */
  readonly mended: readonly string[];
  readonly stopped?: {readonly message: string; readonly nextStep: string; readonly isInterrupted: boolean};
}

export interface OperationReport {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Documented statuses, and which of them were received. */
  readonly documented: readonly string[];
  readonly received: readonly number[];
}

export interface ReportedProblem {
  readonly operation: string;
  /** The statuses of the responses that have the problem. */
  readonly statuses: readonly number[];
  readonly problem: string;
  /** The first request that showed it. */
  readonly request: string;
  readonly isKnown: boolean;
}

/** What a run found, or what recorded traffic shows, which leaves nothing behind and is never stopped. */
export type ReportedOutcome = Omit<RunOutcome, 'left' | 'stopped'> &
  Partial<Pick<RunOutcome, 'left' | 'stopped'>>;

/** Groups equal findings, and marks those of the baseline as known. */
export function reportOf(
  {title, version}: Pick<Api, 'title' | 'version'>,
  chosen: readonly Operation[],
  target: string,
  {findings, unseen, statuses, requests, left = [], stopped}: ReportedOutcome,
  baseline: ReadonlySet<string>,
): Report {
  const kinds = grouped(findings, keyOf);
  return {
    title,
    version,
    target,
    requests,
    operations: chosen.map(({id, method, path, responses}) => ({
      id,
      method,
      path,
      documented: responses.map(({status}) => status),
      received: [...(statuses.get(id) ?? [])].toSorted((a, b) => a - b),
    })),
    problems: [...kinds].map(([key, same]) => problemOf(same, baseline.has(key))),
    unseen: reasonsOf(unseen),
    left: left.map(({what, removal}) => ({
      what,
      ...(removal ? {command: generateSnippet(removal, 'curl', {scope: 'call'})} : {}),
    })),
    mended: stopped ? [] : [...baseline].filter(key => !kinds.has(key)),
    ...(stopped
      ? {
          stopped: {
            message: stopped.message,
            nextStep: stopped.nextStep,
            isInterrupted: stopped.isInterrupted,
          },
        }
      : {}),
  };
}

function problemOf(same: readonly Finding[], isKnown: boolean): ReportedProblem {
  const [first] = same;
  const statuses = new Set(same.flatMap(({status}) => status ?? []));
  return {
    operation: first?.operation ?? '',
    statuses: [...statuses].toSorted((a, b) => a - b),
    problem: first ? problemInWords(first.problem) : '',
    request: first?.purpose ?? '',
    isKnown,
  };
}

function reasonsOf(unseen: readonly Unseen[]): Report['unseen'] {
  return [...grouped(unseen, ({why}) => why)].map(([why, all]) => ({
    why,
    what: [...new Set(all.map(({operation, what}) => `${operation} ${what}`))],
  }));
}

/** 0: matches the document; 1: does not, or something is left behind; 2: could not be checked; 130: interrupted. */
export function exitCodeOf({problems, left, stopped}: Report): number {
  if (stopped) {
    return stopped.isInterrupted ? 130 : 2;
  }
  return problems.some(({isKnown}) => !isKnown) || left.length > 0 ? 1 : 0;
}
