import type {Operation} from '../../api/operation';
import {linkTargets, linkedValues} from '../../client/answer/linkTargets';
import type {ResponseResult} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {valuesFromRequest} from '../../request/back/valuesFromRequest';
import type {Unseen} from '../judge/finding';
import {successes, type Step} from '../plan/step';

/** The links of responses, each of which is followed once. */
export class UnfollowedLinks {
  readonly #followed = new Set<string>();

  constructor(private readonly operations: readonly Operation[]) {}

  /** The links of a response that were not followed yet, as requests with the values of the response. */
  stepsOf(
    operation: Operation,
    request: ApiRequest,
    result: ResponseResult,
  ): readonly {readonly name: string; readonly step: Step}[] {
    const values = valuesFromRequest(operation, request);
    return linkTargets(operation, {request, values, result}).flatMap(link => {
      const target = this.#target(link.operationId);
      const key = `${operation.id} ${link.name}`;
      if (!target || this.#followed.has(key)) {
        return [];
      }
      this.#followed.add(key);
      const step: Step = {
        operation: target,
        purpose: `the link "${link.name}" of ${operation.id}`,
        change: {parameters: linkedValues(target, link).parameters},
        expects: successes(target),
        aim: 'link',
      };
      return [{name: link.name, step}];
    });
  }

  /** The links of operations for which no response had the values. */
  unseen(operations: readonly Operation[]): readonly Unseen[] {
    return operations.flatMap(({id: operation, responses}) =>
      responses
        .flatMap(({links}) => links)
        .filter(
          ({name, operationId}) => this.#target(operationId) && !this.#followed.has(`${operation} ${name}`),
        )
        .map(({name}) => ({
          operation,
          what: `the link "${name}"`,
          why: 'No response contained the values that the link needs.',
        })),
    );
  }

  /** The target of a link; deleting is left to the end of the run. */
  #target(operationId: string): Operation | undefined {
    return this.operations.find(({id, method}) => id === operationId && method !== 'DELETE');
  }
}
