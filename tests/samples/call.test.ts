import fc from 'fast-check';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {ApiRequest} from '../../src/request/apiRequest';
import {toolsOf} from '../../scripts/languageTools';
import {generateSnippet, languages} from '../../src/snippets';
import {files} from './corpus';
import {requestOf, sampleExamples} from './documentRequests';
import {anyRequest} from './support/anyRequest';
import {startRecordingServer, type RecordingServer} from './support/recordingServer';
import {complaints} from './support/complaints';
import {runSamples, workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

let server: RecordingServer;
let requests: readonly ApiRequest[];
let documented: readonly ApiRequest[];

beforeAll(async () => {
  server = await startRecordingServer();
  const {operations} = await loadApi('static/openapi.yaml');
  documented = operations.flatMap(operation =>
    sampleExamples(operation).map(example => requestOf(operation, example, `${server.origin}/v1`)),
  );
  const body = {
    type: 'multipart' as const,
    parts: [
      {name: 'files', file: {id: '1', name: 'report.pdf'}, mediaType: 'application/pdf'},
      {name: 'files', file: {id: '2', name: 'two words.txt'}},
    ],
  };
  requests = [
    ...documented,
    ...documented.slice(0, 1).map((request): ApiRequest => ({...request, method: 'POST', body})),
    ...fc.sample(anyRequest(server.origin), {numRuns: 15, seed: 7}),
  ];
});

afterAll(() => server.close());

test.each(languages)(
  'the $label call alone sends the request from within a program',
  async ({id: language}) => {
    const folder = await workFolder();
    await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    const {around} = await toolsOf(language);
    const samples = requests.map(request => {
      const call = generateSnippet(request, language, {credentials: 'fallback', scope: 'call'});
      return {language, code: around(call)};
    });
    const wrong: string[] = [];
    await runSamples(samples, folder, {}, ({exitCode, stderr}, index) => {
      const request = requests[index];
      const [received] = server.take();
      const faults =
        exitCode !== 0
          ? [`exit code ${exitCode}: ${stderr.slice(0, 500)}`]
          : request && received
            ? wireDifferences(request, received, files)
            : ['nothing was received'];
      wrong.push(...faults.map(fault => `${fault}\n${samples[index]?.code}`));
    });
    expect(wrong).toEqual([]);
  },
);

test('a call is no longer than its program', () => {
  for (const request of documented) {
    for (const {id} of languages) {
      const call = generateSnippet(request, id, {scope: 'call'});
      expect(call.length).toBeLessThanOrEqual(generateSnippet(request, id).length);
    }
  }
});

test('a call in Node.js is laid out as prettier would', async () => {
  const calls = documented.map(request => `${generateSnippet(request, 'node', {scope: 'call'})}\n`);
  expect(await complaints('node', calls)).toEqual([]);
});
