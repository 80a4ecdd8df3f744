import {isOfSuccess} from '../../api/http/status';
import type {Operation, OperationResponse} from '../../api/operation';
import {namedExamples} from '../../request/examples/namedExamples';
import {limitSteps} from './limits';
import type {Resources} from './resources';
import {isForGone, isSafe, successes, type Step} from './step';

/** The steps of a run, in order of execution. */
export interface Plan {
  /** Reads without ids: they show whether the server, its address and the key are right, and which resources exist. */
  readonly first: readonly Step[];
  /** Unsafe requests to resources that the document names, before anything else changes them. */
  readonly given: readonly Step[];
  readonly makers: readonly Step[];
  readonly others: readonly Step[];
  readonly errors: readonly Step[];
  readonly limits: readonly Step[];
  /** Executed once for each kind that was created. */
  readonly removals: readonly Step[];
  readonly gone: readonly Step[];
}

/**
 * Every request that the document allows: each example, each reproduction, each limit. Resources are created before
 * they are read, read before they are changed, and deleted last.
 */
export function planSteps(operations: readonly Operation[], resources: Resources): Plan {
  const examples = operations.flatMap(exampleSteps);
  const isMaker = ({operation}: Step): boolean => resources.madeBy(operation) !== undefined;
  const isRemoval = ({operation}: Step): boolean => operation.method === 'DELETE';
  const first = examples.filter(
    (step, index) =>
      isSafe(step.operation) &&
      !step.operation.path.includes('{') &&
      examples.findIndex(({operation}) => operation === step.operation) === index,
  );
  const errors = operations.flatMap(errorSteps);
  const rest = examples.filter(step => !first.includes(step) && !isMaker(step) && !isRemoval(step));
  return {
    first,
    given: errors.filter(isGiven),
    makers: examples.filter(isMaker).toSorted((a, b) => depthOf(a) - depthOf(b)),
    others: [
      ...rest.filter(({operation}) => isSafe(operation)),
      ...rest.filter(({operation}) => !isSafe(operation)),
    ],
    errors: errors.filter(step => !isForGone(step) && !isGiven(step)),
    limits: operations.flatMap(limitSteps),
    // Newer resources may belong to older ones, so they are deleted first.
    removals: examples
      .filter(isRemoval)
      .toReversed()
      .toSorted((a, b) => depthOf(b) - depthOf(a)),
    gone: [...errors.filter(isForGone), ...operations.flatMap(operation => goneSteps(operation, resources))],
  };
}

function isGiven(step: Step): boolean {
  const names = Object.keys(step.change.parameters ?? {});
  return !isSafe(step.operation) && !isForGone(step) && names.some(name => name.startsWith('path.'));
}

function depthOf({operation}: Step): number {
  return operation.path.split('/{').length;
}

function exampleSteps(operation: Operation): readonly Step[] {
  const [first] = operation.requestBody?.content ?? [];
  const names = namedExamples(operation, first?.type).map(({name}) => name);
  // Examples of path parameters are placeholders for ids, which the run fills in.
  const inPath = new Set(
    operation.parameters
      .filter(({in: place}) => place === 'path')
      .flatMap(({examples}) => examples.map(({name}) => name)),
  );
  const told = names.filter(
    name => !inPath.has(name) || first?.examples.some(example => example.name === name),
  );
  const plain = first && first.examples.length > 0 ? [] : [undefined];
  return [...plain, ...told].map(example => ({
    operation,
    purpose: example === undefined ? 'the plain request' : `the example "${example}"`,
    change: example === undefined ? {} : {example},
    expects: successes(operation),
    aim: 'success' as const,
  }));
}

function errorSteps(operation: Operation): readonly Step[] {
  const [usual] = operation.responses.filter(({status}) => isOfSuccess(status));
  return operation.responses
    .filter(response => response !== usual)
    .flatMap(response => errorStep(operation, response));
}

/** As the document describes it; a request without credentials needs no description. */
function errorStep(operation: Operation, {status, reproduction}: OperationResponse): readonly Step[] {
  const change =
    reproduction ?? (status === '401' && operation.security.length > 0 ? {credential: null} : undefined);
  return change
    ? [
        {
          operation,
          purpose: reproduction?.summary ?? 'Send no credentials.',
          change,
          expects: [status],
          aim: 'error',
        },
      ]
    : [];
}

/** A deleted resource is requested once more. */
function goneSteps(operation: Operation, resources: Resources): readonly Step[] {
  const removed = resources.named(operation).filter(({kind}) => resources.remover(kind));
  const expects = operation.responses
    .map(({status}) => status)
    .filter(status => /^4(04|10|XX)$/.test(status));
  return removed.length > 0 && expects.length > 0
    ? [{operation, purpose: 'Name what was deleted.', change: {}, expects, aim: 'gone'}]
    : [];
}
