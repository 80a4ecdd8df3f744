import fc from 'fast-check';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {check} from 'prettier';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {ApiRequest} from '../../src/request/apiRequest';
import {generateSnippet, languages, type Language} from '../../src/snippets';
import {files} from './corpus';
import {requestOf, sampleExamples} from './documentRequests';
import {anyRequest} from './support/anyRequest';
import {startRecordingServer, type RecordingServer} from './support/recordingServer';
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

const goPackages: Readonly<Record<string, string>> = {
  bytes: 'bytes',
  io: 'io',
  multipart: 'mime/multipart',
  http: 'net/http',
  textproto: 'net/textproto',
  url: 'net/url',
  strings: 'strings',
};

/** The smallest program around a call. */
function programAround(call: string, language: Language): string {
  switch (language) {
    case 'curl':
      return call;
    case 'node':
      return [
        'import {openAsBlob} from "node:fs";',
        'import {randomUUID} from "node:crypto";',
        call,
        'if (!response.ok) throw new Error(openAsBlob.name + randomUUID.name);',
      ].join('\n');
    case 'python':
      return ['import os', 'import requests', call, 'response.raise_for_status()', 'os'].join('\n');
    case 'go': {
      const used = Object.entries(goPackages).filter(([name]) => new RegExp(`\\b${name}\\.[A-Z]`).test(call));
      return [
        'package main',
        `import (\n"fmt"\n"os"\n${used.map(([, path]) => `"${path}"`).join('\n')}\n)`,
        'func main() { if err := run(); err != nil { fmt.Fprintln(os.Stderr, err); os.Exit(1) } }',
        `func run() error {\n${call}\nreturn nil\n}`,
      ].join('\n');
    }
  }
}

test.each(languages)(
  'the $label call alone sends the request from within a program',
  async ({id: language}) => {
    const folder = await workFolder();
    await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    const samples = requests.map(request => {
      const call = generateSnippet(request, language, {credentials: 'fallback', scope: 'call'});
      return {language, code: programAround(call, language)};
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

test('a call is shorter than its program, and laid out as prettier would', async () => {
  for (const request of documented) {
    for (const {id} of languages) {
      const call = generateSnippet(request, id, {scope: 'call'});
      expect(call.length).toBeLessThanOrEqual(generateSnippet(request, id).length);
    }
    const node = `${generateSnippet(request, 'node', {scope: 'call'})}\n`;
    expect(await check(node, {parser: 'babel'}), node).toBe(true);
  }
});
