import type {Operation} from '../../api/operation';
import type {ResponseResult} from '../../client/result';
import type {Finding, Problem, Unseen} from '../judge/finding';
import {judgeResponse} from '../judge/judgeResponse';
import type {Step} from '../plan/step';

/** What a run has found out about the chosen operations. */
export class RunRecord {
  readonly findings: Finding[] = [];
  readonly unseen: Unseen[] = [];
  /** The received statuses by operation id. */
  readonly statuses = new Map<string, Set<number>>();

  constructor(private readonly isChosen: (operation: Operation) => boolean) {}

  /** Judges a response, and adds problems that are already known. */
  judge(step: Step, result: ResponseResult, further: readonly Problem[] = []): void {
    const {operation} = step;
    const {body, status} = result;
    const {problems, unchecked} = judgeResponse(operation, {
      ...result,
      body: {text: body.text, cut: body.cut},
    });
    if (this.isChosen(operation)) {
      this.statuses.set(operation.id, (this.statuses.get(operation.id) ?? new Set()).add(status));
    }
    this.add(step, status, [...problems, ...further]);
    if (unchecked.some(({type}) => type === 'undocumented')) {
      this.notSeen(step, 'The document names no response of this operation.');
    }
  }

  add(
    {operation, purpose}: Pick<Step, 'operation' | 'purpose'>,
    status: number | undefined,
    problems: readonly Problem[],
  ): void {
    if (this.isChosen(operation)) {
      this.findings.push(...problems.map(problem => ({operation: operation.id, status, problem, purpose})));
    }
  }

  /** Records what a step should have checked, and why it could not. */
  notSeen({operation, expects, aim, purpose}: Step, why: string): void {
    const what = aim === 'limit' || aim === 'link' ? purpose : expects.join(' or ');
    if (this.isChosen(operation)) {
      this.unseen.push({operation: operation.id, what, why});
    }
  }

  /** Drops all findings, because they mean nothing for a service that cannot be verified at all. */
  forget(): void {
    this.findings.length = 0;
    this.unseen.length = 0;
  }
}
