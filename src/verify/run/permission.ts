import {templateNames} from '../../api/http/pathTemplate';
import type {Operation} from '../../api/operation';
import {requiredCredentials} from '../../request/credentials';
import type {Resources} from '../plan/resources';
import {isForGone, isSafe, type Step} from '../plan/step';

/** The conditions under which a run may send requests. */
export interface Terms {
  readonly baseUrl: string;
  /** The credential of each security scheme, by the id of the scheme. */
  readonly credentials: {readonly [scheme: string]: string};
  /** Only methods that change nothing. */
  readonly readOnly: boolean;
  /** Whether the service's data may be lost, so that everything may be sent. */
  readonly disposable: boolean;
  /** Makes texts different from those of other runs; letters and digits. */
  readonly mark: string;
}

const ADVICE = 'If the data can be lost, add --disposable.';

/**
 * Why a step may not be sent; undefined if it may. A step that could change or destroy something must be for a kind
 * that this run can create and delete, and for a resource that it created: `isOwn` says whether it did.
 */
export function reasonNotToSend(
  step: Step,
  {resources, terms, isOwn}: {readonly resources: Resources; readonly terms: Terms; readonly isOwn: boolean},
): string | undefined {
  const {operation} = step;
  const safe = isSafe(operation);
  if (terms.readOnly && !safe) {
    return 'It could change something, and --read-only was given.';
  }
  if (!isOfService(step, terms)) {
    return 'Only the mock can be made to respond with it.';
  }
  if (safe || terms.disposable) {
    return undefined;
  }
  return !isOwn && !isForGone(step)
    ? `The request names something that this run did not create. ${ADVICE}`
    : reasonOfOperation(operation, resources);
}

/** The operations that an unsafe method needs beside it, so that nothing is destroyed and nothing is left behind. */
function reasonOfOperation(operation: Operation, resources: Resources): string | undefined {
  const named = resources.named(operation);
  const made = resources.madeBy(operation);
  const creates = operation.responses.some(({status}) => status === '201' || status === '202');
  if (templateNames(operation.path).length > 0) {
    const last = named.at(-1);
    return last && resources.maker(last.kind) && resources.remover(last.kind)
      ? undefined
      : `The document has no operations that create and delete what its path names. ${ADVICE}`;
  }
  if (operation.method !== 'POST') {
    return `It changes something that this run did not create. ${ADVICE}`;
  }
  if (made !== undefined ? !resources.remover(made) : creates) {
    return `The document has no operation that deletes what it creates. ${ADVICE}`;
  }
  return creates ||
    made !== undefined ||
    operation.responses.some(({status, content}) => status === '200' && content.length > 0)
    ? undefined
    : `Its effect is unknown and cannot be undone. ${ADVICE}`;
}

/** What only the mock supports is not sent to a service: the mock's credentials, and a preferred status. */
function isOfService({operation, change}: Step, {credentials}: Terms): boolean {
  const schemes = requiredCredentials(operation);
  const isMock =
    schemes.length > 0 && schemes.every(({id, mockCredential}) => credentials[id] === mockCredential);
  const isPreferred = Object.keys(change.headers ?? {}).some(name => name.toLowerCase() === 'prefer');
  return isMock || !(isPreferred || typeof change.credential === 'string');
}
