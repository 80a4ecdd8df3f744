import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';

import {freePortFrom} from '../../scripts/ports';
import {loadApi} from '../../src/api/document/load';
import type {Api, Operation} from '../../src/api/operation';
import rules from '../../src/cloudindex/mock/rules';
import {createMock, type Mock} from '../../src/mock/mock';
import {mockProgram} from '../../src/plugin/mockFile';
import {toFetchRequest} from '../../src/client/toFetchRequest';
import {reproductionRequest} from '../../src/request/examples/reproduce';
import {sampleRequest} from '../../src/request/examples/sampleRequest';
import {generateSnippet} from '../../src/snippets';
import {serveMock, type ServedMock} from '../mock/support/serveMock';
import {codeBlocks, type CodeBlock, type Mark} from '../support/codeBlocks';
import {writtenPages} from '../support/pages';
import {CLIENT, startTokenEndpoint} from '../support/tokenEndpoint';
import {run, workFolder} from './support/runSample';

/** Where the pages say that the mock listens. */
const WRITTEN_ORIGIN = 'http://localhost:4010';
/** Where the pages download the mock. */
const MOCK_FILE = 'https://docs.cloudindex.com/mock.mjs';
/** Where the pages get OAuth tokens. */
const AUTHORIZATION_ORIGIN = 'https://auth.cloudindex.com';
const pages = writtenPages().map(({file, tree}) => ({file, blocks: codeBlocks({file, tree})}));

let api: Api;
let mock: Mock;
let served: ServedMock;

beforeAll(async () => {
  api = await loadApi('static/openapi.yaml');
  mock = createMock({rules, api});
  served = await serveMock(mock);
});
beforeEach(() => mock.reset());
afterAll(() => served.close());

function marked<Type extends Mark['type']>(type: Type) {
  const isMarked = (block: CodeBlock): block is CodeBlock & {mark: Extract<Mark, {type: Type}>} =>
    block.mark?.type === type;
  return pages.flatMap(({blocks}) => blocks.filter(isMarked));
}

function operationOf(id: string): Operation {
  const operation = api.operations.find(one => one.id === id);
  if (!operation) {
    throw new Error(`The document has no operation "${id}".`);
  }
  return operation;
}

describe('commands', () => {
  const sessions = pages.filter(({blocks}) => blocks.some(({mark}) => mark?.type === 'run'));

  test('there are some', () => expect(sessions.length).toBeGreaterThan(2));

  test.each(sessions)('of $file do what the page says, in their order', async ({blocks}) => {
    const started: ChildProcess[] = [];
    let origin = new URL(served.baseUrl).origin;
    try {
      for (const {code, line} of blocks.filter(({mark}) => mark?.type === 'run')) {
        if (code.includes('node mock.mjs')) {
          origin = await startServer(code, started);
          continue;
        }
        if (code.includes(AUTHORIZATION_ORIGIN)) {
          await expectToken(code);
          continue;
        }
        const {exitCode, stdout, stderr} = await shell(
          code.includes('export ') ? `${code}\n${sampleProgram()}` : code,
          origin,
        );
        expect({line, exitCode, stderr: exitCode === 0 ? '' : stderr}).toEqual({
          line,
          exitCode: 0,
          stderr: '',
        });
        expect(JSON.parse(stdout), `line ${line}`).toHaveProperty('data');
      }
    } finally {
      await Promise.all(started.map(stop));
    }
  });

  /** Gets a token as the page says, with the scopes that it asks for. */
  async function expectToken(code: string): Promise<void> {
    const {origin, close} = await startTokenEndpoint();
    const program = code.replace(AUTHORIZATION_ORIGIN, origin);
    const {stdout} = await run(['bash', '-euc', program], await workFolder(), CLIENT);
    close();
    expect(JSON.parse(stdout)).toMatchObject({token_type: 'Bearer', scope: 'documents:read chat:write'});
  }

  /** A sample that reads the key from the environment, as the pages say all of them do. */
  function sampleProgram(): string {
    const program = generateSnippet(sampleRequest(operationOf('listUsers')).request, 'curl');
    return program.replace('https://api.cloudindex.com', WRITTEN_ORIGIN);
  }

  async function shell(code: string, origin: string) {
    const program = code.replaceAll(WRITTEN_ORIGIN, origin);
    return run(['bash', '-euc', program], await workFolder(), {});
  }

  /** Runs commands that download and start the mock, which then stays, on a free port. */
  async function startServer(code: string, started: ChildProcess[]): Promise<string> {
    const port = await freePortFrom(4400);
    const offered = join(await workFolder(), 'mock.mjs');
    const origin = 'https://docs.cloudindex.com';
    await writeFile(
      offered,
      await mockProgram({api, rules: resolve('src/cloudindex/mock/rules.ts'), origin}),
    );
    const program = code
      .replace(MOCK_FILE, pathToFileURL(offered).href)
      .replace(/^node mock\.mjs$/m, `node mock.mjs --port ${port}`);
    const cwd = await workFolder();
    const child = spawn('bash', ['-euc', program], {cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    await expect.poll(() => said, {timeout: 120_000}).toContain(`http://localhost:${port}`);
    return `http://localhost:${port}`;
  }

  /** Ends a program and what it has started. */
  async function stop(child: ChildProcess): Promise<void> {
    if (child.exitCode === null && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGTERM');
      await once(child, 'exit');
    }
  }
});

describe('what goes over the wire', () => {
  test.each(marked('request'))(
    'headers at line $line of $file make a request succeed, which fails without them',
    async ({mark: {operation}, code}) => {
      const {request} = sampleRequest(operationOf(operation));
      const send = async (headers: Headers): Promise<boolean> =>
        (await fetch(here(request.url), {method: request.method, headers})).ok;
      expect(await send(new Headers(fields(code)))).toBe(true);
      expect(await send(new Headers())).toBe(false);
    },
  );

  test.each(marked('response'))(
    'the $language at line $line of $file is what the mock answers',
    async ({mark: {operation, status}, code, language}) => {
      const documented = operationOf(operation);
      const answered = documented.responses.find(response => response.status === status);
      const written = reproductionRequest(documented, answered?.reproduction, served.baseUrl);
      const {request} = toFetchRequest(written, {files: new Map(), signal: new AbortController().signal});
      const answer = await fetch(request);
      expect(`${answer.status}`).toBe(status ?? '200');
      if (language === 'json') {
        expect(await answer.json()).toEqual(JSON.parse(code));
        return;
      }
      for (const [name, value] of fields(code)) {
        expect(shape(answer.headers.get(name) ?? 'absent'), name).toBe(shape(value));
      }
    },
  );

  function here(url: string): string {
    const {pathname, search} = new URL(url);
    return new URL(served.baseUrl).origin + pathname + search;
  }

  /** Header fields, a line each. */
  function fields(code: string): [name: string, value: string][] {
    return code.split('\n').map(line => {
      const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
      return [name, value];
    });
  }

  /** Numbers differ from answer to answer; whether it is one does not. */
  function shape(value: string): string {
    return value.replace(/\d+/g, '0');
  }
});
