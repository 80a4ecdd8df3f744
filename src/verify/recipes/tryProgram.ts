import type {Language} from '../../snippets';
import {isAmong} from '../plan/step';
import {cleanUp, type Left} from '../run/cleanUp';
import type {RunContext, RunOptions} from '../run/context';
import type {RunRecord} from '../run/record';
import {openRecordingProxy} from '../samples/recordingProxy';
import {runSample, type Interpreters} from '../samples/runSample';
import {environmentOf, PUT_OFF} from '../samples/trySamples';
import {Watch} from './watch';

/** The program of a recipe in one language. */
export interface Trial {
  /** The name of the recipe. */
  readonly name: string;
  readonly language: Language;
  readonly label: string;
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  /** Undefined if it is not installed. */
  readonly interpreter: Interpreters[string];
}

export interface TrialOutcome {
  readonly requests: number;
  readonly left: readonly Left[];
}

/** The environment variables in which a program finds the server's URL. */
const SERVER_VARIABLE = /\b[A-Z][A-Z0-9_]*_BASE_URL\b/g;

/** Runs a program, records its findings, and deletes what it created. */
export async function tryProgram(
  {name, language, label, code, files, interpreter}: Trial,
  {api, baseUrl, credentials, signal, mark}: RunOptions,
  context: RunContext,
  record: RunRecord,
): Promise<TrialOutcome> {
  const recipe = `recipe ${name}`;
  const purpose = `${recipe}, ${label}`;
  const notSeen = (why: string, what = label): void =>
    void record.unseen.push({operation: recipe, what, why});
  const variables = code.match(SERVER_VARIABLE) ?? [];
  if (!interpreter || variables.length === 0) {
    notSeen(
      interpreter
        ? 'It does not read its server from an environment variable that ends in _BASE_URL, so it was not run.'
        : `No program for ${label} is installed: npm run toolchains installs it.`,
    );
    return {requests: 0, left: []};
  }
  const watch = new Watch(purpose, api.operations, context, record);
  const proxy = await openRecordingProxy(baseUrl, {
    mayPass: request => watch.mayPass(request),
    onResponse: (request, result) => watch.hear(request, result),
    keyMark: `-${mark}-${language}`,
  });
  const servers = Object.fromEntries(variables.map(variable => [variable, proxy.baseUrl]));
  const env = {...environmentOf(api, credentials), ...servers};
  const {exitCode, complaint} = await runSample(interpreter, {language, code, env, files, signal}).finally(
    proxy.close,
  );
  const left = await cleanUp(new Set(), context);
  context.things.all.filter(({state}) => state === 'made').forEach(thing => (thing.state = 'gone'));

  const status = watch.statuses.at(-1);
  const fault =
    status === undefined
      ? 'sends no request'
      : exitCode === 0
        ? undefined
        : `ends with the exit code ${exitCode}`;
  if (watch.refused.length > 0) {
    watch.refused.forEach(({request, why}) => notSeen(why, `${label}: ${request}`));
  } else if (fault !== undefined && status !== undefined && isAmong(status, PUT_OFF)) {
    notSeen('What it creates may already exist, or the service asked it to try again later.');
  } else if (fault !== undefined && !signal.aborted) {
    record.findings.push({
      operation: recipe,
      status,
      problem: {type: 'recipe', language: label, why: fault},
      purpose: complaint === '' ? purpose : `${purpose}: ${complaint}`,
    });
  }
  return {requests: watch.statuses.length + context.courier.count, left};
}
