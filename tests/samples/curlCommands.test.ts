import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

import {parseCurl} from '../../src/snippets/parse/curl/curl';
import {bashCommands} from './curlCommands';
import {readDifferences} from './support/readDifferences';
import {startRecordingServer, type Recorded, type RecordingServer} from './support/recordingServer';
import {run, workFolder} from './support/runSample';

const files = {'note.txt': Buffer.from('hello\nworld\n'), 'sub/deep.txt': Buffer.from('deep')};

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
});

afterAll(() => server.close());

/** cURL takes a plus sign for a space where the form is written by another rule, and puts no space between cookies. */
function comparable(recorded: Recorded): Recorded {
  return {
    ...recorded,
    headers: recorded.headers.map(([name, value]) => [
      name,
      name.toLowerCase() === 'cookie' ? value.replace(/; ?/g, '; ') : value,
    ]),
  };
}

test('what bash and cURL make of a hundred commands is what is read, or something is said', async () => {
  expect(bashCommands.length).toBeGreaterThan(100);
  const folder = await workFolder();
  await mkdir(join(folder, 'sub'));
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  const wrong: string[] = [];
  for (const {command: written, says} of bashCommands) {
    const command = written.replaceAll('$ORIGIN', server.origin);
    const parsed = parseCurl(command);
    const words = 'problems' in parsed ? parsed.problems.map(({message}) => message) : parsed.notes;
    if (says) {
      if (!words.some(sentence => says.test(sentence))) {
        wrong.push(`${command}\n  says ${JSON.stringify(words)}`);
      }
      continue;
    }
    const {stderr} = await run(['bash', '-c', command], folder, {});
    const [received] = server.take();
    const faults =
      'problems' in parsed || words.length > 0
        ? words
        : received
          ? readDifferences(parsed.request, comparable(received), files)
          : [`nothing was received: ${stderr}`];
    wrong.push(...faults.map(fault => `${command}\n  ${fault}`));
  }
  expect(wrong).toEqual([]);
});
