import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {ApiRequest} from '../../../src/request/apiRequest';
import {generateSnippet} from '../../../src/snippets';

/** Statuses that never have a body, and for which `Response` takes none. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** Runs the cURL sample of a request, as a reader pastes it, and gives back what the server answered. */
export async function curl(request: ApiRequest): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), 'curl-'));
  const sample = generateSnippet(request, 'curl', {credentials: 'literal'});
  const keep = 'curl() { command curl --dump-header head --output body "$@" 2>log; }';
  await new Promise<void>((resolve, reject) => {
    const shell = spawn('bash', ['-c', `${keep}\n${sample}`], {cwd: folder, stdio: 'ignore'});
    shell.once('error', reject);
    shell.once('close', () => resolve());
  });
  const head = await readFile(join(folder, 'head'), 'latin1');
  const body = await readFile(join(folder, 'body')).catch(() => Buffer.alloc(0));
  await rm(folder, {recursive: true});
  // Interim answers, such as 100 Continue, come before the last one.
  const [statusLine = '', ...lines] = (head.trim().split('\r\n\r\n').at(-1) ?? '').split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  return new Response(BODILESS.has(status) ? null : body, {
    status,
    headers: lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  });
}
