import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';

import type {Language} from '../../src/snippets';
import {parseSnippet} from '../../src/snippets/parse';
import {anyProgram} from './support/anyProgram';
import {readDifferences} from './support/readDifferences';
import {json, startRecordingServer, type RecordingServer} from './support/recordingServer';
import {runForeignPrograms, workFolder} from './support/runSample';
import {go, javascript, python, type Statement} from './support/smallProgram';

/** New programs each time; a failure names the seed that makes them again. */
const seed = Number(process.env.SAMPLES_SEED ?? Date.now() % 1_000_000);
const PROGRAMS = 16;
let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
  server.play([json(200, '{}', {Connection: 'close'})]);
});

afterAll(() => server.close());

const printers: readonly (readonly [Language, (body: readonly Statement[]) => string])[] = [
  ['node', javascript],
  ['python', python],
  ['go', go],
];

// What is unknown in a program is one thing in the first run, and another in the second.
test.each(
  printers.flatMap(([language, print]) => [
    {language, print, env: {SAMPLE_FLAG: '1', SAMPLE_COUNT: '2'}},
    {language, print, env: {SAMPLE_FLAG: '', SAMPLE_COUNT: language === 'go' ? '' : '0'}},
  ]),
)('a program in $language is read as what it sends in $env, or refused', async ({language, print, env}) => {
  const programs = fc.sample(anyProgram(server.origin), {numRuns: PROGRAMS, seed});
  const samples = programs.map(({body}) => ({language, code: print(body)}));
  const read = await Promise.all(samples.map(({code}) => parseSnippet(code, language)));
  const wrong: string[] = [];
  let right = 0;
  await runForeignPrograms(samples, await workFolder(), env, ({stderr}, index) => {
    const [sent] = server.take();
    const parsed = read[index];
    const differences = !sent
      ? [`nothing was received: ${stderr}`]
      : parsed && 'request' in parsed && parsed.notes.length === 0
        ? readDifferences(parsed.request, sent, {})
        : undefined;
    right += programs[index]?.isCertain === true && differences?.length === 0 ? 1 : 0;
    wrong.push(...(differences ?? []).map(one => `${one}\n${samples[index]?.code ?? ''}`));
  });
  expect(wrong, `SAMPLES_SEED=${seed}`).toEqual([]);
  // What is certain in them is read, not only refused.
  const certain = programs.filter(({isCertain}) => isCertain).length;
  expect(certain === 0 ? 1 : right / certain, `SAMPLES_SEED=${seed}`).toBeGreaterThan(0.9);
});
