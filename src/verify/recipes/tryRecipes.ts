import {findResources} from '../plan/resources';
import {planSteps} from '../plan/steps';
import {bind} from '../run/bind';
import type {RunContext, RunOptions} from '../run/context';
import {Courier} from '../run/courier';
import {RunRecord} from '../run/record';
import {interrupted, Stopped} from '../run/stop';
import {listedIds, Things} from '../run/things';
import type {Interpreters} from '../samples/runSample';
import type {SamplesOutcome} from '../samples/trySamples';
import type {Recipe} from './readRecipes';
import {tryProgram, type Trial, type TrialOutcome} from './tryProgram';

/**
 * Runs the programs of recipes against the service, one after another: each has to end with 0, and each response has to
 * match the document. A request that could change resources of others is not sent, and what a program creates is
 * deleted.
 * @param progress - Called with the program that is running.
 */
export async function tryRecipes(
  options: RunOptions,
  recipes: readonly Recipe[],
  interpreters: Interpreters,
  progress: (text: string) => void,
): Promise<SamplesOutcome> {
  const record = new RunRecord(options.isChosen);
  const context = {
    things: new Things(),
    resources: findResources(options.api.operations),
    terms: options,
  };
  const outcomes: TrialOutcome[] = [];

  async function all(): Promise<undefined> {
    outcomes.push(await lookAround(options, {...context, courier: new Courier(options)}));
    for (const {name, files, programs} of recipes) {
      for (const program of programs) {
        const trial: Trial = {name, files, ...program, interpreter: interpreters[program.language]};
        progress(`The recipe ${name} in ${program.label}`);
        outcomes.push(await tryProgram(trial, options, {...context, courier: new Courier(options)}, record));
        if (options.signal.aborted) {
          throw interrupted();
        }
      }
    }
  }

  const stopped = await all().catch((error: unknown) => {
    if (error instanceof Stopped) {
      return error;
    }
    throw error;
  });
  const {findings, unseen} = record;
  return {
    findings,
    unseen,
    requests: outcomes.reduce((sum, {requests}) => sum + requests, 0),
    left: outcomes.flatMap(({left}) => left),
    ...(stopped ? {stopped} : {}),
  };
}

/** Reads existing resources before any program runs, so that they are not mistaken for created ones. */
async function lookAround(options: RunOptions, context: RunContext): Promise<TrialOutcome> {
  const {things, resources, courier} = context;
  for (const step of planSteps(options.api.operations, resources).first) {
    const bound = bind(step, resources, things, options);
    const result =
      bound.type === 'request' ? await courier.carry(step, bound.request, () => undefined) : undefined;
    if (result?.type === 'response') {
      const kind = resources.listedBy(step.operation);
      if (kind !== undefined) {
        listedIds(result).forEach(id => things.add(kind, {[kind]: id}, 'found'));
      }
      things.note(result.body.text);
    }
  }
  return {requests: courier.count, left: []};
}
