/**
 * Prism, Scalar's mock server and ours, side by side: the same document, the same requests, in turn. Prints tables and keeps them in
 * .cache/bench/mock/result.md. Run: npm run bench:mock [-- --rounds N] [-- --seconds N]
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

import {installPeers, PEERS_FOLDER} from './peers';

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {rounds: {type: 'string', default: '3'}, seconds: {type: 'string', default: '2'}},
  });
  installPeers();
  // Loaded once the peers are there, as their versions are read from what is installed.
  const {comparePerformance} = await import('./performance');
  const {weighPage} = await import('./weighPage');
  const {compareBehaviours} = await import('./compareBehaviours');
  const {table, reasons} = await compareBehaviours();
  const performance = await comparePerformance({
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  });
  const report = `${performance}\n\n${table}\n\n${await weighPage()}\n`;
  console.log(`\n${report}`);
  writeFileSync(join(PEERS_FOLDER, 'result.md'), report);
  writeFileSync(join(PEERS_FOLDER, 'reasons.md'), `${reasons}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
