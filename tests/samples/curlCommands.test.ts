import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

import type {ApiRequest} from '../../src/request/apiRequest';
import {encodeForUrl} from '../../src/request/percentEncoding';
import {parseCurl} from '../../src/snippets/parse/curl/curl';
import {bashCommands} from './curlCommands';
import {startRecordingServer, type Recorded, type RecordingServer} from './support/recordingServer';
import {run, workFolder} from './support/runSample';
import {wireDifferences} from './support/wireEquality';

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

/** What is left to cURL is not compared: the media type of a file, and which of two ways encodes a form. */
function asSent(request: ApiRequest, recorded: Recorded): ApiRequest {
  const {body} = request;
  const sentType = recorded.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const text = recorded.body.toString();
  const isSame =
    (body.type === 'form' && JSON.stringify(body.fields) === JSON.stringify(fieldsOf(text))) ||
    (body.type === 'text' && body.text.replaceAll('%20', '+') === text);
  return {
    ...request,
    url: withUpperCase(request.url),
    body:
      body.type === 'file' && sentType === undefined
        ? {...body, mediaType: ''}
        : isSame
          ? {type: 'text', mediaType: body.mediaType, text}
          : body,
  };
}

function fieldsOf(text: string): ApiRequest['headers'] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({name, value}));
}

function withUpperCase(url: string): string {
  return url.replace(/%[\da-f]{2}/gi, code => code.toUpperCase());
}

/** What was asked for, with letters and brackets encoded as they are in the request. */
function encodedTarget(recorded: Recorded): Recorded {
  const target = Buffer.from(recorded.target, 'latin1').toString('utf8');
  return {...recorded, target: withUpperCase(encodeForUrl(target, false))};
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
          ? wireDifferences(asSent(parsed.request, received), encodedTarget(comparable(received)), files)
          : [`nothing was received: ${stderr}`];
    wrong.push(...faults.map(fault => `${command}\n  ${fault}`));
  }
  expect(wrong).toEqual([]);
});
