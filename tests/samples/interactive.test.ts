import {spawn} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {generateSnippet} from '../../src/snippets';
import {corpus, files, type AwkwardRequest} from './corpus';
import {startRecordingServer, type Recorded, type RecordingServer} from './support/recordingServer';
import {workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

/** Types lines into a bash that believes a person sits before it: history expansion and aliases are on. */
function typeIntoBash(lines: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--norc', '--noprofile', '-i'], {
      cwd,
      env: {...process.env, HISTFILE: '/dev/null', CLOUDINDEX_API_KEY: undefined},
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', () => resolve(stderr));
    child.stdin.end(lines);
  });
}

test('the bash of these tests expands history, as that of a reader does', async () => {
  expect(await typeIntoBash('echo "hi!there"\n', await workFolder())).toContain('event not found');
});

test('cURL samples pasted into an interactive bash send what they show', async () => {
  const folder = await workFolder();
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  const requests = corpus(server.origin);
  const pasted = requests
    .map(({request}) => `${generateSnippet(request, 'curl', {credentials: 'fallback'})}\n`)
    .join('');
  await typeIntoBash(pasted, folder);
  expect(differences(requests, server.take())).toEqual([]);
});

function differences(requests: readonly AwkwardRequest[], recorded: readonly Recorded[]): string[] {
  if (requests.length !== recorded.length) {
    return [`${requests.length} samples sent ${recorded.length} requests`];
  }
  return requests.flatMap(({name, request}, index) => {
    const received = recorded[index];
    return received ? wireDifferences(request, received, files).map(fault => `${name}: ${fault}`) : [];
  });
}
