import {symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {files, type AwkwardRequest} from '../../samples/corpus';
import type {RecordingServer} from '../../samples/support/recordingServer';
import {runSamples, workFolder} from '../../samples/support/runSample';
import type {Adapter, Compared} from './adapter';
import {compileErrors} from './compileGo';
import {FOLDER} from './install';
import {differencesInMeaning} from './meaning';

export interface Verdict {
  readonly request: string;
  /** `threw`: the tool made no sample. `wrong`: it made one that does not run, or sends something else. */
  readonly outcome: 'right' | 'wrong' | 'threw';
  readonly why: string;
}

type Made = {readonly code: string} | {readonly threw: string};

/** Makes a tool's sample of each request, runs it, and compares what reaches the server. */
export async function judge(
  adapter: Adapter,
  language: Compared,
  requests: readonly AwkwardRequest[],
  server: RecordingServer,
): Promise<readonly Verdict[]> {
  const made = requests.map(({request}) => attempt(() => adapter(request)(language)));
  const broken =
    language === 'go'
      ? await compileErrors(made.map(one => ('code' in one ? one.code : 'package main\n\nfunc main() {}\n')))
      : new Map<number, string>();
  const runnable = made.flatMap((one, index) =>
    'code' in one && !broken.has(index) ? [{index, language, code: one.code}] : [],
  );
  const faults = await faultsOf(runnable, requests, server);
  return requests.map(({name}, index): Verdict => {
    const one = made[index];
    if (one && 'threw' in one) {
      return {request: name, outcome: 'threw', why: one.threw};
    }
    const why = broken.get(index) ?? faults.get(index);
    return {request: name, outcome: why === undefined ? 'right' : 'wrong', why: why ?? ''};
  });
}

function attempt(make: () => string): Made {
  try {
    return {code: make()};
  } catch (error) {
    return {threw: String(error)};
  }
}

/** What is wrong with each program's request, by the request's index; nothing where it is right. */
async function faultsOf(
  runnable: readonly {readonly index: number; readonly language: Compared; readonly code: string}[],
  requests: readonly AwkwardRequest[],
  server: RecordingServer,
): Promise<ReadonlyMap<number, string>> {
  const folder = await workFolder();
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  // For the samples that import packages.
  await symlink(join(FOLDER, 'node_modules'), join(folder, 'node_modules'));
  const faults = new Map<number, string>();
  await runSamples(runnable, folder, {}, (outcome, position) => {
    const index = runnable[position]?.index ?? -1;
    const request = requests[index]?.request;
    const [received, ...more] = server.take();
    const [fault] = !request
      ? ['there is no such request']
      : !received
        ? [`nothing was received; ${outcome.stderr.trim()}`]
        : more.length > 0
          ? [`${more.length + 1} requests were received`]
          : differencesInMeaning(request, received, files);
    if (fault !== undefined) {
      faults.set(index, fault);
    }
  });
  return faults;
}
