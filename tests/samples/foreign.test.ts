import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {languages} from '../../src/snippets';
import {parseSnippet} from '../../src/snippets/parse';
import {foreignPrograms, type ForeignProgram} from './foreign/programs';
import {readDifferences} from './support/readDifferences';
import {json, startRecordingServer, type Recorded, type RecordingServer} from './support/recordingServer';
import {runForeignPrograms, workFolder} from './support/runSample';

const files = {'note.txt': Buffer.from('hello\nworld\n')};

let server: RecordingServer;

beforeAll(async () => {
  server = await startRecordingServer();
  // A client does not wait for more where nothing can come.
  server.play([json(200, '{}', {Connection: 'close'})]);
});

afterAll(() => server.close());

test('at least 70 of a hundred programs of others are read right', () => {
  const right = foreignPrograms.filter(({outcome}) => outcome === 'right');
  expect(foreignPrograms.length).toBeGreaterThanOrEqual(200);
  expect(right.length / foreignPrograms.length).toBeGreaterThan(0.7);
});

describe.each(languages)('programs of others in $label', ({id}) => {
  const programs = foreignPrograms.filter(({language}) => language === id);

  test('are read as the request that they send, or refused: none as another without a note', async () => {
    const wrong: string[] = [];
    const judge = async (program: ForeignProgram, sent?: Recorded, stderr = ''): Promise<void> => {
      const fault = sent ? await faultOf(program, sent) : `nothing was received: ${stderr}`;
      if (fault !== undefined) {
        wrong.push(`${program.title}: ${fault}`);
      }
    };
    for (const program of programs) {
      if (program.sends) {
        await judge(program, program.sends);
      }
    }
    const run = programs.filter(({sends}) => !sends);
    const folder = await workFolder();
    await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    const judged: Promise<void>[] = [];
    await runForeignPrograms(
      run.map(({language, code}) => ({language, code: toServer(code)})),
      folder,
      {},
      ({stderr}, index) => {
        const [sent] = server.take();
        const program = run[index];
        if (program) {
          judged.push(judge(program, sent, stderr));
        }
      },
    );
    await Promise.all(judged);
    expect(wrong).toEqual([]);
  });
});

/** What is wrong with how a program is read; undefined where it is as its file says. */
async function faultOf(
  {language, code, outcome}: ForeignProgram,
  sent: Recorded,
): Promise<string | undefined> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    const [problem] = parsed.problems;
    return outcome === 'refused' ? undefined : `refused: line ${problem?.line}: ${problem?.message}`;
  }
  const differences = readDifferences(parsed.request, sent, files);
  const found = differences.length === 0 ? 'right' : parsed.notes.length > 0 ? 'noted' : 'WRONG';
  return found === outcome ? undefined : [found, ...differences, ...parsed.notes].join('\n    ');
}

/** The program as it sends its requests to the server of the test. */
function toServer(code: string): string {
  return code
    .replace(/https:\/\/((?:[^/@\s'"]+@)?)api\.example\.com/g, `http://$1${new URL(server.origin).host}`)
    .replace(/HTTPSConnection\("api\.example\.com"/g, `HTTPConnection("${new URL(server.origin).host}"`);
}
