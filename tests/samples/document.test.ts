import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import type {Api} from '../../src/api/operation';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import {generateSnippet, languages} from '../../src/snippets';
import {serveMock} from '../mock/support/serveMock';
import {requestOf, sampleExamples} from './documentRequests';
import {startRecordingServer, type RecordingServer} from './support/recordingServer';
import {runSamples, workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

let api: Api;
let server: RecordingServer;

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
  server = await startRecordingServer();
});

afterAll(() => server.close());

describe.each(languages)('$label samples', ({id: language}) => {
  test('of every operation and example put the request on the wire that they were made of', async () => {
    const requests = api.operations.flatMap(operation =>
      sampleExamples(operation).map(example => requestOf(operation, example, `${server.origin}/v1`)),
    );
    const samples = requests.map(request => ({
      language,
      code: generateSnippet(request, language, {credentials: 'fallback'}),
    }));
    const outcomes = await runSamples(samples, await workFolder());
    const recorded = server.take();
    expect(outcomes.map(({exitCode, stderr}) => (exitCode === 0 ? '' : stderr))).toEqual(
      requests.map(() => ''),
    );
    expect(recorded).toHaveLength(requests.length);
    expect(
      requests.flatMap((request, index) => {
        const received = recorded[index];
        return received ? wireDifferences(request, received) : ['nothing was received'];
      }),
    ).toEqual([]);
  });

  test('read the key from the environment, and say so when it is missing', async () => {
    const [operation] = api.operations;
    const request = operation && requestOf(operation, undefined, `${server.origin}/v1`);
    const samples = request ? [{language, code: generateSnippet(request, language)}] : [];
    const folder = await workFolder();
    const [missing] = await runSamples(samples, folder);
    expect(missing?.exitCode).not.toBe(0);
    expect(missing?.stderr).toContain('CLOUDINDEX_API_KEY');
    expect(server.take()).toEqual([]);
    const [given] = await runSamples(samples, folder, {CLOUDINDEX_API_KEY: 'key-from-the-environment'});
    expect(given?.exitCode).toBe(0);
    expect(Object.fromEntries(server.take()[0]?.headers ?? [])).toMatchObject({
      Authorization: 'Bearer key-from-the-environment',
    });
  });

  test('end with an error that shows the problem when the API answers 422', async () => {
    server.answer(422, '{"title": "Validation error"}');
    const [operation] = api.operations;
    const request = operation && requestOf(operation, undefined, `${server.origin}/v1`);
    const [outcome] = await runSamples(
      request ? [{language, code: generateSnippet(request, language, {credentials: 'fallback'})}] : [],
      await workFolder(),
    );
    server.answer(200, '{}');
    server.take();
    expect(outcome?.exitCode).not.toBe(0);
    expect(`${outcome?.stdout}${outcome?.stderr}`).toContain('Validation error');
  });

  test('say in a line that nothing listens, without a stack trace', async () => {
    const closed = await startRecordingServer();
    await closed.close();
    const [operation] = api.operations;
    const request = operation && requestOf(operation, undefined, `${closed.origin}/v1`);
    const [outcome] = await runSamples(
      request ? [{language, code: generateSnippet(request, language, {credentials: 'fallback'})}] : [],
      await workFolder(),
    );
    expect(outcome?.exitCode).not.toBe(0);
    expect(outcome?.stderr).toMatch(/refused|ECONNREFUSED|connect/i);
    expect(outcome?.stderr).not.toMatch(/Traceback|panic|goroutine|\n\s+at /);
  });
});

test.each(languages)('$label saves a download byte for byte', async ({id: language}) => {
  const {baseUrl, close} = await serveMock(createMock({rules, api}));
  const operation = api.operations.find(({id}) => id === 'downloadDocument');
  const request = operation && requestOf(operation, undefined, baseUrl);
  const folder = await workFolder();
  const [outcome] = await runSamples(
    request ? [{language, code: generateSnippet(request, language, {credentials: 'fallback'})}] : [],
    folder,
  );
  const headers = {Authorization: `Bearer ${operation?.securitySchemes[0]?.mockCredential}`};
  const bytes = await (await fetch(request?.url ?? '', {headers})).arrayBuffer();
  await close();
  expect(outcome?.exitCode).toBe(0);
  const name = request?.expects.type === 'file' ? request.expects.name : '';
  expect(await readFile(join(folder, name))).toEqual(Buffer.from(bytes));
});

test('pasted in turn, samples of all languages get 201 once and then 409 from the local mock', async () => {
  const {baseUrl, close} = await serveMock(createMock({rules, api}));
  const operation = api.operations.find(({id}) => id === 'createUser');
  const request = operation && requestOf(operation, 'default', baseUrl);
  const outcomes = await runSamples(
    request
      ? languages.map(({id}) => ({
          language: id,
          code: generateSnippet(request, id, {credentials: 'fallback'}),
        }))
      : [],
    await workFolder(),
  );
  await close();
  expect(outcomes.map(({exitCode}) => exitCode === 0)).toEqual(languages.map((_, index) => index === 0));
  expect(outcomes[0]?.stdout).toContain('"id": "usr_');
  expect(outcomes.slice(1).map(({stdout, stderr}) => /User already exists/.test(stdout + stderr))).toEqual(
    languages.slice(1).map(() => true),
  );
});
