import {statusClass} from '../../api/http/status';
import type {Operation} from '../../api/operation';
import type {ResponseResult} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {findResources, type ResourceKind, type Resources} from '../plan/resources';
import {isAmong, successes, type Step} from '../plan/step';
import {planSteps, type Plan} from '../plan/steps';
import {aimProblems} from './aimProblems';
import {bind, type Bound} from './bind';
import {cleanUp, type Left} from './cleanUp';
import type {RunContext, RunOptions, RunOutcome} from './context';
import {Courier} from './courier';
import {UnfollowedLinks} from './links';
import {mayReplace} from './mayReplace';
import {givenId, withFreshKey, withMark, withReferences} from './marks';
import {RunRecord} from './record';
import {requireService} from './requireService';
import {Stopped} from './stop';
import {listedIds, madeIds, referencesOf, Things, type Thing} from './things';

/** Sends what the document allows, judges the responses, and deletes only what it created. */
export async function runAgainst(options: RunOptions): Promise<RunOutcome> {
  const resources = findResources(options.api.operations);
  return new Run(options, resources).all(planSteps(options.api.operations, resources));
}

/** A request that was sent, its response, and the resource in its path. */
interface Exchange {
  readonly request: ApiRequest;
  readonly result: ResponseResult;
  readonly thing: Thing | undefined;
}

/** Responses to a link whose target does not exist or whose values are invalid. */
const DEAD = ['400', '404', '410', '422'];

class Run {
  readonly #things = new Things();
  readonly #record: RunRecord;
  readonly #courier: Courier;
  readonly #context: RunContext;
  readonly #left: Left[] = [];
  /** Kinds that the service claims to delete, but keeps. */
  readonly #kept = new Set<ResourceKind>();
  /**
   * Kinds that are not created again: what was created could not be found, or not be distinguished from existing
   * resources.
   */
  readonly #unusable = new Set<ResourceKind>();
  readonly #links: UnfollowedLinks;

  constructor(
    private readonly options: RunOptions,
    private readonly resources: Resources,
  ) {
    this.#record = new RunRecord(options.isChosen);
    this.#courier = new Courier(options);
    this.#links = new UnfollowedLinks(options.api.operations);
    this.#context = {things: this.#things, courier: this.#courier, resources, terms: options};
  }

  async all(plan: Plan): Promise<RunOutcome> {
    const stopped = await this.#steps(plan).catch((error: unknown) => {
      if (error instanceof Stopped) {
        return error;
      }
      throw error;
    });
    const left = await cleanUp(this.#kept, this.#context);
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
    const steps = this.options.examplesOnly
      ? [...makers, ...others, ...removals]
      : [...given, ...makers, ...others, ...errors, ...limits, ...removals, ...gone];
    for (const step of steps) {
      if (this.options.isChosen(step.operation)) {
        await this.#take(step);
      }
    }
    const {api, isChosen} = this.options;
    this.#record.unseen.push(...this.#links.unseen(api.operations.filter(isChosen)));
  }

  /** Sends the request of a step and judges the response; undefined if nothing was sent, or there was no response. */
  async #take(step: Step, isMarked = false): Promise<ResponseResult | undefined> {
    const {operation, aim} = step;
    const made = this.resources.madeBy(operation);
    if (made !== undefined && aim !== 'error' && this.#unusable.has(made)) {
      this.#record.notSeen(step, 'What the operation creates cannot be deleted, so it was not sent again.');
      return undefined;
    }
    const bound = await this.#bound(step);
    if (bound.type !== 'request') {
      this.#record.notSeen(step, bound.type === 'forbidden' ? bound.why : whyMissing(bound.state));
      return undefined;
    }
    const isMaking = made !== undefined;
    const request = this.#adorned(step, bound.request, isMarked || (isMaking && aim === 'limit'));
    if (made !== undefined && (await mayReplace(made, request, bound.thing, this.#context))) {
      this.#record.notSeen(step, 'The request names an id, and something with this id may already exist.');
      return undefined;
    }
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
      // The resource in the example may already exist.
      this.#record.judge(step, result);
      return this.#take(step, true);
    }
    const verdict = aimProblems(step, result.status, bound.thing);
    if (verdict.type === 'nothing-to-read') {
      this.#record.notSeen(step, 'The run found nothing to read.');
    }
    const problems = verdict.type === 'problems' ? verdict.problems : [];
    this.#record.judge(step, result, problems);
    if (bound.thing && problems.some(({type}) => type === 'not-deleted')) {
      this.#kept.add(bound.thing.kind);
    }
    this.#keepTrack(step, {request, result, thing: bound.thing});
    if (isAmong(result.status, step.expects) && aim === 'success') {
      await this.#followLinks(operation, request, result);
    }
    return result;
  }

  /** The request with the ids of what this run created, and with unique values if requested. */
  #adorned({operation, aim}: Step, request: ApiRequest, isMarked: boolean): ApiRequest {
    if (aim === 'error') {
      return request;
    }
    const mark = `${this.options.mark}${this.#courier.count.toString(36)}`;
    const references = referencesOf(this.options.api.operations, this.resources, this.#things);
    const referring = withReferences(request, references);
    const fresh = aim === 'limit' ? referring : withFreshKey(referring, mark);
    return isMarked ? withMark(operation, fresh, mark) : fresh;
  }

  /** Creates the resources in the path of a request first. */
  async #bound(step: Step): Promise<Bound> {
    const bound = bind(step, this.resources, this.#things, this.options);
    const maker =
      bound.type === 'missing' && bound.state === 'made' ? this.resources.maker(bound.kind) : undefined;
    if (!maker || bound.type !== 'missing' || this.#unusable.has(bound.kind)) {
      return bound;
    }
    const purpose = 'to make what further requests need';
    await this.#take({operation: maker, purpose, change: {}, expects: successes(maker), aim: 'success'});
    const again = bind(step, this.resources, this.#things, this.options);
    if (again.type === 'missing') {
      this.#unusable.add(bound.kind);
    }
    return again;
  }

  /** Remembers what a response created, found or deleted. */
  #keepTrack(step: Step, exchange: Exchange): void {
    const {result, thing} = exchange;
    const {operation} = step;
    const made = this.resources.madeBy(operation);
    const listed = this.resources.listedBy(operation);
    if (statusClass(result.status) === 2) {
      if (made !== undefined) {
        this.#keepMade(made, step, exchange);
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

  #keepMade(kind: ResourceKind, step: Step, {request, result, thing: parent}: Exchange): void {
    const given = givenId(request, this.resources.idNames(kind));
    const ids = madeIds(step.operation, kind, this.resources, result, given);
    if (ids.length === 0) {
      this.#record.add(step, result.status, [{type: 'no-id'}]);
      this.#loseSight(step.operation, kind, 'its response names no id');
    }
    for (const id of ids) {
      if (this.#things.isKnown(kind, id)) {
        this.#record.add(step, result.status, [{type: 'not-new'}]);
        this.#unusable.add(kind);
      } else {
        this.#things.add(kind, {...parent?.ids, [kind]: id}, 'made');
      }
    }
  }

  async #followLinks(operation: Operation, request: ApiRequest, result: ResponseResult): Promise<void> {
    for (const {name, step} of this.#links.stepsOf(operation, request, result)) {
      const response = await this.#take(step);
      if (response && isAmong(response.status, DEAD)) {
        this.#record.add({operation, purpose: step.purpose}, result.status, [
          {type: 'dead-link', link: name, target: step.operation.id, got: response.status},
        ]);
        const made = this.resources.madeBy(operation);
        if (made !== undefined && made === this.resources.named(step.operation).at(-1)?.kind) {
          this.#things.forget(made);
          this.#loseSight(operation, made, 'the id in its response leads nowhere');
        }
      }
    }
  }

  #loseSight({id}: Operation, kind: ResourceKind, why: string): void {
    this.#unusable.add(kind);
    this.#left.push({what: `what ${id} made, as ${why}`});
  }
}

function whyMissing(state: Thing['state']): string {
  return state === 'gone'
    ? 'The run has deleted nothing of this kind.'
    : 'The run could not create anything of this kind.';
}
