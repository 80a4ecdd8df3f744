import type {Api, Operation} from '../../api/operation';
import {linkTargets, linkedValues} from '../../client/answer/linkTargets';
import type {ResponseResult} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {valuesFromRequest} from '../../request/back/valuesFromRequest';
import type {Finding, Unseen} from '../judge/finding';
import {findResources, type Kind, type Resources} from '../plan/resources';
import {isAmong, successes, type Step} from '../plan/step';
import {planSteps, type Plan} from '../plan/steps';
import {aimProblems} from './aimProblems';
import {bind, type Bound} from './bind';
import {cleanUp, type Left} from './cleanUp';
import {Courier, type CourierOptions} from './courier';
import {withFreshKey, withMark, withReferences} from './marks';
import type {Terms} from './permission';
import {RunRecord} from './record';
import {requireService} from './requireService';
import {Stopped} from './stop';
import {listedIds, madeIds, Things, type Thing} from './things';

export interface RunOptions extends Terms, CourierOptions {
  readonly api: Api;
  /** Which operations are judged; others are sent only where these need them. */
  readonly isChosen: (operation: Operation) => boolean;
  /** Called before each request that shows something. */
  readonly onRequest?: (step: Step) => void;
}

export interface RunOutcome {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
  /** The statuses that were received, by the operation's id. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>;
  readonly requests: number;
  readonly left: readonly Left[];
  /** Why the run ended early. */
  readonly stopped?: Stopped;
}

/** Sends what the document lets it ask, judges what comes, and deletes what it made, and nothing else. */
export async function runAgainst(options: RunOptions): Promise<RunOutcome> {
  const resources = findResources(options.api.operations);
  return new Run(options, resources).all(planSteps(options.api.operations, resources));
}

class Run {
  readonly #things = new Things();
  readonly #record: RunRecord;
  readonly #courier: Courier;
  readonly #left: Left[] = [];
  readonly #followed = new Set<string>();

  constructor(
    private readonly options: RunOptions,
    private readonly resources: Resources,
  ) {
    this.#record = new RunRecord(options.isChosen);
    this.#courier = new Courier(options);
  }

  async all(plan: Plan): Promise<RunOutcome> {
    const stopped = await this.#steps(plan).catch((error: unknown) => {
      if (error instanceof Stopped) {
        return error;
      }
      throw error;
    });
    const left = await cleanUp(this.#things, this.#courier, this.resources, this.options);
    const {findings, unseen, statuses} = this.#record;
    return {
      findings,
      unseen,
      statuses,
      requests: this.#courier.count,
      left: [...this.#left, ...left],
      ...(stopped ? {stopped} : {}),
    };
  }

  async #steps({first, ...later}: Plan): Promise<undefined> {
    const results = [];
    for (const step of first) {
      results.push({step, result: await this.#take(step)});
    }
    try {
      requireService(results, this.options);
    } catch (error) {
      this.#record.forget();
      throw error;
    }
    const {given, makers, others, errors, limits, removals, gone} = later;
    for (const step of [...given, ...makers, ...others, ...errors, ...limits, ...removals, ...gone]) {
      if (this.options.isChosen(step.operation)) {
        await this.#take(step);
      }
    }
    this.#noteLinks();
  }

  /** Sends the request of a step and judges the response; undefined where nothing was sent, or nothing came. */
  async #take(step: Step, isMarked = false): Promise<ResponseResult | undefined> {
    const {operation, aim} = step;
    const bound = await this.#bound(step);
    if (bound.type !== 'request') {
      this.#record.notSeen(step, bound.type === 'forbidden' ? bound.why : whyMissing(bound.state));
      return undefined;
    }
    const isMaking = this.resources.madeBy(operation) !== undefined;
    const request = this.#adorned(step, bound.request, isMarked || (isMaking && aim === 'limit'));
    this.options.onRequest?.(step);
    const result = await this.#courier.carry(step, request, putOff => this.#record.judge(step, putOff));
    if (result.type === 'none') {
      this.#record.add(step, undefined, [{type: 'no-response', reason: result.reason}]);
      if (isMaking) {
        this.#left.push({what: `what ${operation.id} may have made, as no response came`});
      }
      return undefined;
    }
    if (result.status === 409 && isMaking && aim === 'success' && !isMarked) {
      // What the example makes may be there already.
      this.#record.judge(step, result);
      return this.#take(step, true);
    }
    const verdict = aimProblems(step, result.status, bound.thing);
    if (verdict.type === 'nothing-to-read') {
      this.#record.notSeen(step, 'The run found nothing that it could read.');
    }
    this.#record.judge(step, result, verdict.type === 'problems' ? verdict.problems : []);
    this.#keepTrack(step, result, bound.thing);
    if (isAmong(result.status, step.expects) && aim === 'success') {
      await this.#followLinks(operation, request, result);
    }
    return result;
  }

  /** The request with what this run made in it, and with what no other run sent where that is asked for. */
  #adorned({operation, aim}: Step, request: ApiRequest, isMarked: boolean): ApiRequest {
    if (aim === 'error') {
      return request;
    }
    const {mark} = this.options;
    const referring = withReferences(request, this.#references());
    const fresh = aim === 'limit' ? referring : withFreshKey(referring, `${mark}-${this.#courier.count}`);
    return isMarked ? withMark(operation, fresh, mark) : fresh;
  }

  /** Makes first what the path of a request has to name. */
  async #bound(step: Step): Promise<Bound> {
    const bound = bind(step, this.resources, this.#things, this.options);
    const maker =
      bound.type === 'missing' && bound.state === 'made' ? this.resources.maker(bound.kind) : undefined;
    if (!maker) {
      return bound;
    }
    const purpose = 'to make what further requests need';
    await this.#take({operation: maker, purpose, change: {}, expects: successes(maker), aim: 'success'});
    return bind(step, this.resources, this.#things, this.options);
  }

  /** Remembers what a response made, found or deleted. */
  #keepTrack(step: Step, result: ResponseResult, thing: Thing | undefined): void {
    const {operation} = step;
    const made = this.resources.madeBy(operation);
    const listed = this.resources.listedBy(operation);
    if (isAmong(result.status, ['2XX'])) {
      if (made !== undefined) {
        this.#keepMade(step, made, result, thing);
      }
      if (listed !== undefined) {
        listedIds(result).forEach(id => this.#things.add(listed, {...thing?.ids, [listed]: id}, 'found'));
      }
      if (operation.method === 'DELETE' && thing) {
        thing.state = 'gone';
      }
    }
    this.#things.note(result.body.text);
  }

  #keepMade(step: Step, kind: Kind, result: ResponseResult, parent: Thing | undefined): void {
    const ids = madeIds(step.operation, kind, this.resources, result);
    if (ids.length === 0) {
      this.#record.add(step, result.status, [{type: 'no-id'}]);
      this.#left.push({what: `what ${step.operation.id} made, as its response names no id`});
    }
    for (const id of ids) {
      if (this.#things.isKnown(kind, id)) {
        this.#record.add(step, result.status, [{type: 'not-new'}]);
      } else {
        this.#things.add(kind, {...parent?.ids, [kind]: id}, 'made');
      }
    }
  }

  /** Each link once: by a request to the operation that it names, with the values that it takes from the response. */
  async #followLinks(operation: Operation, request: ApiRequest, result: ResponseResult): Promise<void> {
    const values = valuesFromRequest(operation, request);
    for (const link of linkTargets(operation, {request, values, result})) {
      const target = this.#linked(link.operationId);
      const key = `${operation.id} ${link.name}`;
      if (!target || this.#followed.has(key)) {
        continue;
      }
      this.#followed.add(key);
      const purpose = `the link "${link.name}" of ${operation.id}`;
      const change = {parameters: linkedValues(target, link).parameters};
      const response = await this.#take({
        operation: target,
        purpose,
        change,
        expects: successes(target),
        aim: 'link',
      });
      if (response && !isAmong(response.status, successes(target))) {
        this.#record.add({operation, purpose}, result.status, [
          {type: 'dead-link', link: link.name, target: target.id, got: response.status},
        ]);
      }
    }
  }

  /** Where a link leads; to delete what was made is left to the end. */
  #linked(operationId: string): Operation | undefined {
    return this.options.api.operations.find(({id, method}) => id === operationId && method !== 'DELETE');
  }

  #noteLinks(): void {
    for (const operation of this.options.api.operations.filter(this.options.isChosen)) {
      for (const {name, operationId} of operation.responses.flatMap(({links}) => links)) {
        if (this.#linked(operationId) && !this.#followed.has(`${operation.id} ${name}`)) {
          const why = 'No response held the values that it takes.';
          this.#record.unseen.push({operation: operation.id, what: `the link "${name}"`, why});
        }
      }
    }
  }

  #references(): ReadonlyMap<string, string> {
    const named = this.options.api.operations.flatMap(operation => this.resources.named(operation));
    return new Map(
      named.flatMap(({kind, parameter}) => {
        const id = this.#things.of(kind, 'made')?.ids[kind];
        return id === undefined ? [] : [[parameter, id] as const];
      }),
    );
  }
}

function whyMissing(state: Thing['state']): string {
  return state === 'gone'
    ? 'The run has deleted nothing of this kind.'
    : 'The run could make nothing of this kind.';
}
