import {statusClass} from '../../api/http/status';
import {pathFinder} from '../../api/http/pathTemplate';
import type {Operation} from '../../api/operation';
import type {ResponseResult} from '../../client/result';
import type {ResourceKind} from '../plan/resources';
import {isSafe, successes, type Step} from '../plan/step';
import type {RunContext} from '../run/context';
import {reasonNotToSend} from '../run/permission';
import type {RunRecord} from '../run/record';
import {listedIds, madeIds, type Thing} from '../run/things';
import type {PassedRequest} from '../samples/recordingProxy';
import {operationOf} from '../traffic/operationOf';

/** Watches a program's requests: protects existing resources, judges each response, and remembers what is created. */
export class Watch {
  /** The status of each response. */
  readonly statuses: number[] = [];
  /** Requests that were not sent, and why. */
  readonly refused: {readonly request: string; readonly why: string}[] = [];

  constructor(
    private readonly purpose: string,
    private readonly operations: readonly Operation[],
    private readonly context: RunContext,
    private readonly record: RunRecord,
  ) {}

  mayPass(request: PassedRequest): boolean {
    const why = this.#reasonNotToPass(request);
    if (why !== undefined) {
      this.refused.push({request: `${request.method} ${new URL(request.url).pathname}`, why});
    }
    return why === undefined;
  }

  hear(request: PassedRequest, result: ResponseResult): void {
    const {things, resources} = this.context;
    this.statuses.push(result.status);
    const operation = this.#operationOf(request);
    if (!operation) {
      const name = `${request.method} ${new URL(request.url).pathname}`;
      this.record.findings.push({
        operation: name,
        status: result.status,
        problem: {type: 'undocumented-operation'},
        purpose: this.purpose,
      });
      return;
    }
    this.record.judge(this.#stepOf(operation), result);
    const ids = this.#idsIn(operation, request);
    if (statusClass(result.status) === 2) {
      const [made, listed] = [resources.madeBy(operation), resources.listedBy(operation)];
      if (made !== undefined) {
        this.#keepMade(made, operation, ids, result);
      }
      if (listed !== undefined) {
        listedIds(result).forEach(id => things.add(listed, {...ids, [listed]: id}, 'found'));
      }
      const own = operation.method === 'DELETE' ? this.#ownOf(operation, ids) : undefined;
      if (own) {
        own.state = 'gone';
      }
    }
    things.note(result.body.text);
  }

  #reasonNotToPass(request: PassedRequest): string | undefined {
    const {resources, terms} = this.context;
    const operation = this.#operationOf(request);
    if (!operation) {
      return isSafe(request) || terms.disposable ? undefined : 'The document has no such operation.';
    }
    const named = resources.named(operation).length > 0;
    const isOwn = !named || this.#ownOf(operation, this.#idsIn(operation, request)) !== undefined;
    return reasonNotToSend(this.#stepOf(operation), {resources, terms, isOwn});
  }

  #keepMade(kind: ResourceKind, operation: Operation, ids: Thing['ids'], result: ResponseResult): void {
    const {things, resources} = this.context;
    const made = madeIds(operation, kind, resources, result, undefined);
    if (made.length === 0) {
      this.record.add(this.#stepOf(operation), result.status, [{type: 'no-id'}]);
    }
    for (const id of made) {
      if (things.isKnown(kind, id)) {
        this.record.add(this.#stepOf(operation), result.status, [{type: 'not-new'}]);
      } else {
        things.add(kind, {...ids, [kind]: id}, 'made');
      }
    }
  }

  #operationOf({method, url}: PassedRequest): Operation | undefined {
    return operationOf(this.operations, [this.context.terms.baseUrl], method, url);
  }

  #stepOf(operation: Operation): Step {
    return {operation, purpose: this.purpose, change: {}, expects: successes(operation), aim: 'success'};
  }

  /** The resource in the path, if the run created it. */
  #ownOf(operation: Operation, ids: Thing['ids']): Thing | undefined {
    const kind = this.context.resources.named(operation).at(-1)?.kind;
    return kind === undefined ? undefined : this.context.things.made(kind, ids[kind] ?? '');
  }

  /** The ids in the path, by kind. */
  #idsIn(operation: Operation, {url}: PassedRequest): Thing['ids'] {
    const steps = pathFinder(operation.path)(new URL(url).pathname)?.values ?? [];
    return Object.fromEntries(
      this.context.resources
        .named(operation)
        .map(({kind, parameter}) => [kind, steps.find(({name}) => name === parameter)?.value ?? '']),
    );
  }
}
