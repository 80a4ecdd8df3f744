import {statusClass} from '../../api/http/status';
import type {Api, Operation} from '../../api/operation';
import {requiredCredentials} from '../../request/credentials';
import type {ApiRequest} from '../../request/apiRequest';
import type {ResponseResult, Result} from '../../client/result';
import {generateSnippet, languages, UnprintableRequest, type Language} from '../../snippets';
import type {Finding, Unseen} from '../judge/finding';
import {isAmong, type Step} from '../plan/step';
import type {RunOptions, RunOutcome} from '../run/context';
import {runAgainst} from '../run/run';
import {openRecordingProxy, type RecordingProxy} from './recordingProxy';
import {runSample, type Interpreters} from './runSample';

/** A request that asks to retry later, or whose resource already exists, says nothing about the sample. */
export const PUT_OFF = ['409', '429', '503'];

/** The files that samples upload. */
const FILES = {file: 'Sample\n'};

export interface SamplesOutcome extends Pick<RunOutcome, 'requests' | 'left' | 'stopped'> {
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
}

/**
 * Runs each example again in each language, as the sample of the page, with the ids of what the run created. A program
 * is right if it sends the request and ends with 0 for a success and another code for a failure.
 */
export async function trySamples(options: RunOptions, interpreters: Interpreters): Promise<SamplesOutcome> {
  const outcomes: SamplesOutcome[] = [];
  for (const {id, label} of languages) {
    const interpreter = interpreters[id];
    if (interpreter) {
      outcomes.push(await tryLanguage(options, {id, label, interpreter}));
    } else {
      const why = `No program for ${label} is installed: npm run toolchains installs it.`;
      outcomes.push({
        findings: [],
        unseen: [{operation: '', what: `${label} samples`, why}],
        requests: 0,
        left: [],
      });
    }
  }
  const [stopped] = outcomes.flatMap(outcome => outcome.stopped ?? []);
  return {
    findings: outcomes.flatMap(({findings}) => findings),
    unseen: outcomes.flatMap(({unseen}) => unseen),
    requests: outcomes.reduce((sum, {requests}) => sum + requests, 0),
    left: outcomes.flatMap(({left}) => left),
    ...(stopped ? {stopped} : {}),
  };
}

interface Runner {
  readonly id: Language;
  readonly label: string;
  readonly interpreter: readonly [string, ...string[]];
}

async function tryLanguage(options: RunOptions, {id, label, interpreter}: Runner): Promise<SamplesOutcome> {
  const findings: Finding[] = [];
  const responses: ResponseResult[] = [];
  const proxy = await openRecordingProxy(options.baseUrl, {
    onResponse: (_, result) => void responses.push(result),
  });
  const env = environmentOf(options.api, options.credentials);
  let step: Step | undefined;

  async function ask(request: ApiRequest, signal: AbortSignal): Promise<Result> {
    const current = step;
    step = undefined;
    const code = current && printed(request, id, options.baseUrl, proxy);
    if (!current || code === undefined) {
      return options.ask(request, signal);
    }
    responses.length = 0;
    const {exitCode, complaint} = await runSample(interpreter, {
      language: id,
      code,
      env,
      files: FILES,
      signal,
    });
    const result = responses.at(-1);
    const why = faultOf(result?.status, exitCode);
    if (why !== undefined && options.isChosen(current.operation)) {
      findings.push({
        operation: current.operation.id,
        status: result?.status,
        problem: {type: 'sample', language: label, why},
        purpose: complaint === '' ? current.purpose : `${current.purpose}: ${complaint}`,
      });
    }
    // What the sample did not send is sent anyway: further requests may need what it creates.
    return result ?? options.ask(request, signal);
  }

  const run: RunOptions = {
    ...options,
    mark: options.mark + id,
    ask,
    examplesOnly: true,
    onRequest(next) {
      step = next.aim === 'success' || next.aim === 'removal' ? next : undefined;
      options.onRequest?.({...next, purpose: `${label}, ${next.purpose}`});
    },
  };
  try {
    const {requests, left, stopped} = await runAgainst(run);
    return {findings, unseen: [], requests, left, ...(stopped ? {stopped} : {})};
  } finally {
    await proxy.close();
  }
}

/** The sample of a request, sent through the proxy; undefined if the language cannot express it. */
function printed(
  request: ApiRequest,
  language: Language,
  baseUrl: string,
  proxy: RecordingProxy,
): string | undefined {
  try {
    return generateSnippet({...request, url: proxy.baseUrl + request.url.slice(baseUrl.length)}, language);
  } catch (error) {
    if (error instanceof UnprintableRequest) {
      return undefined;
    }
    throw error;
  }
}

function faultOf(status: number | undefined, exitCode: number): string | undefined {
  if (status === undefined) {
    return 'sends no request';
  }
  if (statusClass(status) === 2) {
    return exitCode === 0 ? undefined : `ends with the exit code ${exitCode} although the request succeeds`;
  }
  if (exitCode === 0) {
    return 'ends with the exit code 0 although the request fails';
  }
  return isAmong(status, PUT_OFF) ? undefined : 'sends a request that fails';
}

/** The environment variables from which samples read the credentials. */
export function environmentOf(
  {operations}: Api,
  credentials: RunOptions['credentials'],
): Readonly<Record<string, string>> {
  const schemes = operations.flatMap((operation: Operation) => requiredCredentials(operation));
  return Object.fromEntries(schemes.map(({id, env}) => [env, credentials[id] ?? '']));
}
