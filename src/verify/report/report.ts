import {grouped} from '../../api/grouped';
import type {Api, Operation} from '../../api/operation';
import {generateSnippet} from '../../snippets';
import type {Finding, Unseen} from '../judge/finding';
import {keyOf, problemInWords} from '../judge/findingInWords';
import type {RunOutcome} from '../run/context';

/** What came of a run, as it is printed: plain JSON, which is also what a baseline is. */
export interface Report {
  readonly title: string;
  readonly version: string;
  /** The server's URL, or the file of the traffic. */
  readonly target: string;
  readonly requests: number;
  readonly operations: readonly OperationReport[];
  readonly problems: readonly ReportedProblem[];
  /** What could not be seen, by the reason. */
  readonly unseen: readonly {readonly why: string; readonly what: readonly string[]}[];
  /** What the run made and did not delete, with the command that deletes it. */
  readonly left: readonly {readonly what: string; readonly command?: string}[];
  /** Problems of the baseline that are none any more. */
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
  /** The statuses of the responses that have it. */
  readonly statuses: readonly number[];
  readonly problem: string;
  /** The request that showed it first. */
  readonly request: string;
  readonly isKnown: boolean;
}

export type Outcome = Omit<RunOutcome, 'left' | 'stopped'> & Partial<Pick<RunOutcome, 'left' | 'stopped'>>;

/** Puts findings that say the same together, and marks those of the baseline as known. */
export function reportOf(
  {title, version}: Pick<Api, 'title' | 'version'>,
  chosen: readonly Operation[],
  target: string,
  {findings, unseen, statuses, requests, left = [], stopped}: Outcome,
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

/** 0: as documented; 1: it is not, or something is left behind; 2: it could not be told; 130: interrupted. */
export function exitCodeOf({problems, left, stopped}: Report): number {
  if (stopped) {
    return stopped.isInterrupted ? 130 : 2;
  }
  return problems.some(({isKnown}) => !isKnown) || left.length > 0 ? 1 : 0;
}
