/**
 * Gives the same requests to our generators and to those that other documentation sites use, and compares what their
 * samples put on the wire, what they weigh in a page, and what a keystroke costs. Prints a table, which is written to
 * .cache/bench/snippets/result.md too. Run: npm run bench:snippets
 */
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {languageOf} from '../../../src/snippets';
import {corpus, type AwkwardRequest} from '../../samples/corpus';
import {requestOf, sampleExamples} from '../../samples/documentRequests';
import {startRecordingServer} from '../../samples/support/recordingServer';
import {compared, type Adapter} from './adapter';
import {bundleForNode, weigh} from './bundle';
import {FOLDER, installPeers} from './install';
import {NOTHING, timeKeystrokes} from './keystrokes';
import {report, type Result} from './report';
import {judge, type Verdict} from './rightOnWire';
import {tools, type Tool} from './tools';

const TYPED_INTO = 'createUser';

async function main(): Promise<void> {
  await installPeers();
  const api = await loadApi('static/openapi.yaml');
  const operation = api.operations.find(({id}) => id === TYPED_INTO);
  if (!operation) {
    throw new Error(`static/openapi.yaml has no operation ${TYPED_INTO}.`);
  }
  // First, while the machine has nothing else to do.
  const times = await timeKeystrokes(operation);
  const floor = times.get(NOTHING);
  const results: Result[] = [];
  for (const tool of tools) {
    const keystroke = times.get(tool.id);
    if (!keystroke) {
      throw new Error(`No keystroke of ${tool.label} was timed.`);
    }
    results.push({
      label: tool.label,
      verdicts: await judgeAll(tool, api),
      weight: await weigh(tool.id),
      keystroke,
    });
  }
  const text = report(results, floor);
  await writeFile(join(FOLDER, 'result.md'), text);
  await writeFile(join(FOLDER, 'verdicts.json'), JSON.stringify(results, null, 2));
  console.log(text);
}

async function judgeAll(tool: Tool, api: Api): Promise<Result['verdicts']> {
  const {adapter}: {adapter: Adapter} = await import(await bundleForNode(tool.id));
  const server = await startRecordingServer();
  const requests = [...corpus(server.origin), ...documentRequests(api, `${server.origin}/v1`)];
  const verdicts = new Map<string, readonly Verdict[]>();
  for (const id of compared) {
    const {label} = languageOf(id);
    console.error(`${tool.label}: ${label}`);
    verdicts.set(label, await judge(adapter, id, requests, server));
  }
  await server.close();
  return Object.fromEntries(verdicts);
}

function documentRequests(api: Api, baseUrl: string): readonly AwkwardRequest[] {
  return api.operations.flatMap(operation =>
    sampleExamples(operation).map(example => ({
      name: `${operation.id}, ${example ?? 'no example'}`,
      request: requestOf(operation, example, baseUrl),
    })),
  );
}

void main();
