import {mkdtempSync, readFileSync, rmSync, existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';

import {INPUT_IS_BROKEN, runTogether, type Service} from '../../../scripts/services';

/** A real Node program; it can write a line to `marks` to show that it got somewhere. */
function program(
  name: string,
  code: string,
): Service & {readonly file: string; readonly marks: () => string[]} {
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  const file = join(folder, 'marks');
  const mark = `const mark = text => require('fs').appendFileSync(${JSON.stringify(file)}, text + '\\n');`;
  return {
    name,
    args: ['-e', mark + code],
    file,
    marks: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
  };
}

const forever = 'setInterval(() => undefined, 1000);';
const politely = `process.on('SIGTERM', () => { mark('asked'); process.exit(0); }); ${forever} mark('up');`;

test('when one ends by itself, the others are asked to end, and its exit code is the result', async () => {
  const steady = program('steady one', politely);
  const dying = program(
    'dying one',
    `setInterval(() => require('fs').existsSync(${JSON.stringify(steady.file)}) && process.exit(7), 20)`,
  );
  const said: string[] = [];
  const {ended} = runTogether([steady, dying], message => said.push(message));
  expect(await ended).toBe(7);
  expect(said).toEqual(['The dying one ended with exit code 7, so everything stops.']);
  expect(steady.marks()).toEqual(['up', 'asked']);
});

test('a service that is killed ends the others too', async () => {
  const killed = program('killed one', `process.kill(process.pid, 'SIGKILL'); ${forever}`);
  const said: string[] = [];
  const {ended} = runTogether([killed, program('steady one', forever)], message => said.push(message));
  expect(await ended).toBe(1);
  expect(said).toEqual(['The killed one ended by SIGKILL, so everything stops.']);
});

test('stopping ends all, without a word', async () => {
  const first = program('first one', politely);
  const second = program('second one', politely);
  const said: string[] = [];
  const {ended, stop} = runTogether([first, second], message => said.push(message));
  await vi.waitUntil(() => first.marks().length > 0 && second.marks().length > 0, {timeout: 10_000});
  stop(0);
  expect(await ended).toBe(0);
  expect([first.marks(), second.marks(), said]).toEqual([['up', 'asked'], ['up', 'asked'], []]);
});

test('a service whose input is broken stays down until it is restarted, and the others go on', async () => {
  const steady = program('steady one', politely);
  const broken = program('broken one', `mark('tried'); process.exit(${INPUT_IS_BROKEN})`);
  const said: string[] = [];
  const {ended, stop, restart} = runTogether([steady, broken], message => said.push(message));
  await vi.waitUntil(() => said.length === 1, {timeout: 10_000});
  restart(broken);
  await vi.waitUntil(() => said.length === 2, {timeout: 10_000});
  stop(0);
  expect(await ended).toBe(0);
  expect(broken.marks()).toEqual(['tried', 'tried']);
  expect(said[0]).toBe('The broken one waits until you have fixed it.');
});

test('a restarted service ends before it starts again', async () => {
  const service = program('service', politely);
  const {ended, stop, restart} = runTogether([service]);
  await vi.waitUntil(() => service.marks().length === 1, {timeout: 10_000});
  restart(service);
  await vi.waitUntil(() => service.marks().length === 3, {timeout: 10_000});
  stop(0);
  await ended;
  expect(service.marks()).toEqual(['up', 'asked', 'up', 'asked']);
});
