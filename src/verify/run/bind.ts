import type {Operation, Reproduction} from '../../api/operation';
import type {ApiRequest, Credential} from '../../request/apiRequest';
import {credentialFor, requiredCredentials} from '../../request/credentials';
import {reproductionRequest} from '../../request/examples/reproduce';
import type {ResourceKind, Resources} from '../plan/resources';
import {textOf} from '../../request/values';
import {isForGone, isSafe, type RequestChange, type Step} from '../plan/step';
import {reasonNotToSend, type Terms} from './permission';
import type {Thing, Things} from './things';

/** A request that may be sent, or why it may not. */
export type Bound =
  | {
      readonly type: 'request';
      readonly request: ApiRequest;
      /** The resource in its path, if the run knows it. */
      readonly thing: Thing | undefined;
    }
  /** The run has no resource of this kind for the path. */
  | {readonly type: 'missing'; readonly kind: ResourceKind; readonly state: Thing['state']}
  | {readonly type: 'forbidden'; readonly why: string};

/**
 * The request of a step with the ids in its path: of what this run created; for reading, else what it found, or the
 * document's example. A request that could change or destroy something only gets ids of what this run created, unless
 * the data is disposable.
 */
export function bind(step: Step, resources: Resources, things: Things, terms: Terms): Bound {
  const {operation, change} = step;
  const named = resources.named(operation);
  const last = named.at(-1);
  const given = named.map(({parameter}) => change.parameters?.[`path.${parameter}`]).at(-1);
  const own = last && given !== undefined ? things.made(last.kind, textOf(given)) : undefined;
  const why = reasonNotToSend(step, {resources, terms, isOwn: given === undefined || own !== undefined});
  if (why !== undefined) {
    return {type: 'forbidden', why};
  }
  const isGone = step.aim === 'gone' || isForGone(step);
  if (!last || (given !== undefined && !isGone)) {
    return {type: 'request', request: requestOf(operation, change, terms), thing: own};
  }
  const canMake = last && resources.maker(last.kind) && resources.remover(last.kind);
  const mayBeOther = !isGone && (isSafe(operation) || (terms.disposable && !canMake));
  const thing =
    things.of(last.kind, isGone ? 'gone' : 'made') ??
    (mayBeOther ? things.of(last.kind, 'found') : undefined);
  if (!thing && !mayBeOther) {
    return {type: 'missing', kind: last.kind, state: isGone ? 'gone' : 'made'};
  }
  const ids = named.flatMap(({kind, parameter}) => {
    const id = thing?.ids[kind];
    return id === undefined ? [] : [[`path.${parameter}`, id] as const];
  });
  const parameters = {...change.parameters, ...Object.fromEntries(ids)};
  return {type: 'request', request: requestOf(operation, {...change, parameters}, terms), thing};
}

function ownCredentials(
  operation: Operation,
  {credentials}: Pick<Terms, 'credentials'>,
): readonly Credential[] {
  return requiredCredentials(operation).map(scheme => credentialFor(scheme, credentials[scheme.id] ?? ''));
}

/** A changed request of an operation, with the run's own credentials unless the change has others. */
function requestOf(operation: Operation, {example, ...change}: RequestChange, terms: Terms): ApiRequest {
  const reproduction: Reproduction = {summary: '', parameters: {}, headers: {}, ...change};
  const request = reproductionRequest(operation, reproduction, terms.baseUrl, example);
  return change.credential === undefined
    ? {...request, credentials: ownCredentials(operation, terms)}
    : request;
}

/** The request of an operation to a resource, by the ids of the kinds in its path. */
export function requestTo(
  operation: Operation,
  ids: Thing['ids'],
  resources: Resources,
  terms: Terms,
): ApiRequest {
  const named = resources
    .named(operation)
    .map(({kind, parameter}) => [`path.${parameter}`, ids[kind] ?? ''] as const);
  return requestOf(operation, {parameters: Object.fromEntries(named)}, terms);
}
