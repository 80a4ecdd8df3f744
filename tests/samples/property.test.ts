import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {generateSnippet, languages} from '../../src/snippets';
import {anyRequest} from './support/anyRequest';
import {startRecordingServer, type RecordingServer} from './support/recordingServer';
import {runSamples, workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

/** New requests each time; a failure names the seed that makes them again. */
const seed = Number(process.env.SAMPLES_SEED ?? Date.now() % 1_000_000);
const REQUESTS = 25;
let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

test.each(languages)('any request is sent by its $label sample as it is', async ({id: language}) => {
  const requests = fc.sample(anyRequest(server.origin), {numRuns: REQUESTS, seed});
  const samples = requests.map(request => ({
    language,
    code: generateSnippet(request, language, {credentials: 'fallback'}),
  }));
  const wrong: string[] = [];
  await runSamples(samples, await workFolder(), {}, ({exitCode, stderr}, index) => {
    const request = requests[index];
    const [received] = server.take();
    const faults =
      exitCode !== 0
        ? [`exit code ${exitCode}: ${stderr.slice(0, 500)}`]
        : request && received
          ? wireDifferences(request, received)
          : ['nothing was received'];
    wrong.push(...faults.map(fault => `${fault}\n${JSON.stringify(request)}`));
  });
  expect(wrong, `SAMPLES_SEED=${seed}`).toEqual([]);
});
