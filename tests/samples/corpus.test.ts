import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {generateSnippet, languages} from '../../src/snippets';
import {corpus, files} from './corpus';
import {startRecordingServer, type RecordingServer} from './support/recordingServer';
import {runSamples, workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

describe.each(languages)('$label samples', ({id: language}) => {
  test('of a hundred awkward requests put exactly these on the wire', async () => {
    const requests = corpus(server.origin);
    expect(requests.length).toBeGreaterThan(100);
    const folder = await workFolder();
    await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    const samples = requests.map(({request}) => ({
      language,
      code: generateSnippet(request, language, {credentials: 'fallback'}),
    }));
    const wrong: string[] = [];
    await runSamples(samples, folder, {}, (outcome, index) => {
      const awkward = requests[index];
      const [received] = server.take();
      const faults = !awkward
        ? []
        : outcome.exitCode !== 0
          ? [`exit code ${outcome.exitCode}: ${outcome.stderr.slice(0, 500)}`]
          : received
            ? wireDifferences(awkward.request, received, files)
            : ['nothing was received'];
      wrong.push(...faults.map(fault => `${awkward?.name ?? ''}: ${fault}`));
    });
    expect(wrong).toEqual([]);
  });
});
