/**
 * Our endpoint page and playground beside those of others, on the same document, in one run: what they weigh, how soon
 * they can be used, and how they bear an answer of 5 MB. Prints a table of medians and of ratios to ours.
 * Run: npm run bench:playground, or npm run bench:playground -- 1 for a single round.
 */
import {chromium} from '@playwright/test';
import {readFile} from 'node:fs/promises';

import {chromiumLaunchOptions} from '../../support/chromium';
import {serveBuild} from '../../support/serveBuild';
import {serveLargeAnswer} from '../support/largeAnswer';
import {docusaurusOpenApi} from './adapters/docusaurusOpenApi';
import {elements} from './adapters/elements';
import {ours} from './adapters/ours';
import {plain} from './adapters/plain';
import {redoc} from './adapters/redoc';
import {scalar} from './adapters/scalar';
import {swaggerUi} from './adapters/swaggerUi';
import {measure, type Run} from './measure';
import type {Peer} from './peer';
import {report} from './report';

/** Sites are built with the address of the server in them, so it has to stay the same. */
const ANSWER_PORT = 4621;
const ROUNDS = Number(process.argv[2] ?? 5);
const peers: readonly Peer[] = [ours, plain, swaggerUi, scalar, redoc, elements, docusaurusOpenApi];

async function main(): Promise<void> {
  const answers = await serveLargeAnswer(ANSWER_PORT);
  const original = await readFile('static/openapi.yaml', 'utf8');
  const document = {
    text: original.replaceAll('https://api.cloudindex.com', answers.origin),
    origin: answers.origin,
  };
  const missing: string[] = [];
  const sites: {readonly peer: Peer; readonly origin: string; readonly close: () => void}[] = [];
  for (const peer of peers) {
    console.error(`Preparing ${peer.name} …`);
    try {
      sites.push({peer, ...(await serveBuild(await peer.prepare(document)))});
    } catch (error) {
      missing.push(`${peer.name} could not be prepared: ${String(error)}`);
    }
  }
  const runs = new Map<Peer, Run[]>(sites.map(({peer}) => [peer, []]));
  const browser = await chromium.launch(chromiumLaunchOptions());
  // In turn, so that a machine that slows down slows all.
  for (let round = 1; round <= ROUNDS; round++) {
    for (const {peer, origin} of sites) {
      console.error(`Round ${round} of ${ROUNDS}: ${peer.name}`);
      runs.get(peer)?.push(await measure(browser, peer, origin, answers.origin));
    }
  }
  await browser.close();
  sites.forEach(({close}) => close());
  answers.close();
  console.log(report(runs, ours, plain));
  missing.forEach(words => console.log(`\n${words}`));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
