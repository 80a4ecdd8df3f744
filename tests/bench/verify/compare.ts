/**
 * Gives the same wrong servers to `npm run verify` and to Dredd: what each finds, how it says so, and how long it takes. Prints
 * a table, which is written to .cache/bench/verify/result.md too. Run: npm run bench:verify
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {runVerify} from '../../mock/support/runVerify';
import type {ServedMock} from '../../mock/support/serveMock';
import {serveWrong} from '../../mock/support/wrongServer';
import {wrongServers} from '../../mock/support/wrongServers';
import {installPackages} from '../support/installPackages';
import {documentForDredd, failuresOf, newFailure} from './dredd';

const FOLDER = resolve('.cache/bench/verify');

/** What a tool says of a server; undefined where it does not see that it is wrong. */
interface Told {
  readonly words: string | undefined;
  readonly seconds: number;
}

async function main(): Promise<void> {
  await mkdir(FOLDER, {recursive: true});
  await installPackages(join(FOLDER, 'dredd'), {dredd: '14.1.0'});
  await documentForDredd('static/openapi.yaml', join(FOLDER, 'openapi.yaml'));
  const api = await loadApi('static/openapi.yaml');
  const usual = await withServer(api, 'listUsers', {}, server => failuresOf(FOLDER, server.baseUrl));
  const rows: string[] = [];
  const found = {verify: 0, dredd: 0};
  for (const {name, operation, change, words} of wrongServers) {
    const {tags} = api.operations.find(({id}) => id === operation) ?? {tags: []};
    const own = await withServer(api, operation, change, async ({baseUrl}) =>
      timed(async () => {
        const {output} = await runVerify(['--server', baseUrl, '--only', tags.join()]);
        return output
          .split('\n')
          .find(line => line.includes(words.replace(/^\d{3} /, '')))
          ?.trim();
      }),
    );
    const dredd = await withServer(api, operation, change, ({baseUrl}) =>
      timed(async () => newFailure(usual, await failuresOf(FOLDER, baseUrl))),
    );
    found.verify += own.words === undefined ? 0 : 1;
    found.dredd += dredd.words === undefined ? 0 : 1;
    rows.push(`| ${name} | ${operation} | ${cell(own)} | ${cell(dredd)} |`);
    console.log(rows.at(-1));
  }
  const text = [
    `| What is wrong | where | npm run verify: ${found.verify} of ${wrongServers.length} | Dredd: ${found.dredd} of ${wrongServers.length} |`,
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Dredd sees the successes alone, as of most errors it says that they fail on the right server too. Of these, ${usual.size} do so all the same.`,
  ].join('\n');
  await writeFile(join(FOLDER, 'result.md'), `${text}\n`);
  console.log(`\n${text}`);
}

async function withServer<Value>(
  api: Api,
  operation: string,
  change: Parameters<typeof serveWrong>[2],
  ask: (server: ServedMock) => Promise<Value>,
): Promise<Value> {
  const server = await serveWrong(api, operation, change);
  return ask(server).finally(server.close);
}

async function timed(tell: () => Promise<string | undefined>): Promise<Told> {
  const started = performance.now();
  const words = await tell();
  return {words, seconds: (performance.now() - started) / 1000};
}

function cell({words, seconds}: Told): string {
  const told = words === undefined ? '–' : words.replaceAll('|', '\\|').slice(0, 120);
  return `${told} (${seconds.toFixed(1)} s)`;
}

void main();
