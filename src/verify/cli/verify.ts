import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';

import {loadDocument} from '../../api/document/load';
import type {Api, Operation} from '../../api/operation';
import {ask} from '../http/ask';
import {readBaseline} from '../report/baseline';
import {dryRunOf} from '../report/dryRun';
import {junitOf} from '../report/junit';
import {exitCodeOf, reportOf, type Report} from '../report/report';
import {tableOf} from '../report/table';
import {readRecipes, type Recipe} from '../recipes/readRecipes';
import {tryRecipes} from '../recipes/tryRecipes';
import type {CourierOptions} from '../run/courier';
import type {Terms} from '../run/permission';
import type {RunOptions, RunOutcome} from '../run/context';
import {runAgainst} from '../run/run';
import type {Interpreters} from '../samples/runSample';
import {trySamples, type SamplesOutcome} from '../samples/trySamples';
import {judgeTraffic} from '../traffic/judgeTraffic';
import {readHar} from '../traffic/readHar';
import {chosenOperations} from './chosen';
import {readCredentials} from './credentials';
import {readOptions, usage, UsageError, type VerifyOptions} from './options';

/** The terminal and the clock, which tests replace. */
export interface VerifyEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly progress: (text: string) => void;
  /** Only called if samples are run, as it starts programs to find out. */
  readonly interpreters: () => Interpreters | Promise<Interpreters>;
  readonly signal: AbortSignal;
  readonly cleanUpSignal: AbortSignal;
  readonly wait?: CourierOptions['wait'];
  readonly ask?: CourierOptions['ask'];
}

/** Compares a service with its document, as the command line says, and resolves to the exit code. */
export async function verify(args: readonly string[], environment: VerifyEnvironment): Promise<number> {
  const options = readOptions(args);
  const {print} = environment;
  if (options.help) {
    print(usage);
    return 0;
  }
  const {api} = await loadDocument(options.spec, {checkExamples: false});
  const chosen = chosenOperations(api.operations, options.only);
  const baseline =
    options.baseline === undefined ? new Set<string>() : await readFrom(options.baseline, readBaseline);
  const {server, traffic} = options;
  if (traffic !== undefined) {
    const isChosen = (operation: Operation): boolean => chosen.includes(operation);
    const outcome = await readFrom(traffic, source =>
      judgeTraffic(api.operations, readHar(source), server, isChosen),
    );
    return tell(reportOf(api, chosen, traffic, outcome, baseline), options, print);
  }
  if (server === undefined) {
    throw new UsageError(usage);
  }
  const terms: Terms = {
    baseUrl: server,
    credentials: readCredentials(api.operations, server, environment.env),
    readOnly: options.readOnly,
    disposable: options.disposable,
    mark: Date.now().toString(36),
  };
  if (options.dryRun) {
    print(dryRunOf(api.operations, chosen, terms));
    return 0;
  }
  const recipes = options.recipes === undefined ? [] : await recipesIn(options.recipes);
  const run = runOptions(api, chosen, terms, environment);
  let outcome = await runAgainst(run);
  if (options.samples && !outcome.stopped) {
    outcome = both(outcome, await trySamples(run, await environment.interpreters()));
  }
  if (recipes.length > 0 && !outcome.stopped) {
    const interpreters = await environment.interpreters();
    outcome = both(outcome, await tryRecipes(run, recipes, interpreters, environment.progress));
  }
  return tell(reportOf(api, chosen, server, outcome, baseline), options, print);
}

function runOptions(
  api: Api,
  chosen: readonly Operation[],
  terms: Terms,
  {progress, signal, cleanUpSignal, wait, ask: givenAsk}: VerifyEnvironment,
): RunOptions {
  let count = 0;
  return {
    ...terms,
    api,
    isChosen: operation => chosen.includes(operation),
    ask: givenAsk ?? ask,
    signal,
    cleanUpSignal,
    now: Date.now,
    wait:
      wait ??
      (async seconds => {
        progress(`The service asks to wait ${seconds} s.`);
        await delay(seconds * 1000, undefined, {signal}).catch(() => undefined);
      }),
    onRequest: ({operation, purpose}) => progress(`${(count += 1)} ${operation.id}: ${purpose}`),
  };
}

function both(run: RunOutcome, programs: SamplesOutcome): RunOutcome {
  return {
    ...run,
    ...(programs.stopped ? {stopped: programs.stopped} : {}),
    findings: [...run.findings, ...programs.findings],
    unseen: [...run.unseen, ...programs.unseen],
    requests: run.requests + programs.requests,
    left: [...run.left, ...programs.left],
  };
}

function tell(report: Report, {format}: VerifyOptions, print: VerifyEnvironment['print']): number {
  switch (format) {
    case 'json':
      print(JSON.stringify(report, null, 2));
      break;
    case 'junit':
      print(junitOf(report));
      break;
    case 'table':
      print(tableOf(report));
  }
  return exitCodeOf(report);
}

/** The recipes in a folder. @throws UsageError if there are none. */
function recipesIn(folder: string): Promise<readonly Recipe[]> {
  return readRecipes(folder).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
}

/** The content of a file. @throws UsageError that names the file if it cannot be read or parsed. */
async function readFrom<Value>(file: string, read: (source: string) => Value): Promise<Value> {
  if (!existsSync(file)) {
    throw new UsageError(`There is no file ${file}. Check its path.`);
  }
  try {
    return read(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be used. ${error instanceof Error ? error.message : String(error)}`);
  }
}
