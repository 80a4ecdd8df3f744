/**
 * `npm run changelog`: the changes to the API since the newest entry of the changelog, by operation and field, breaking
 * changes first, and the start of a new entry. With `--since COMMIT`, the changes since then; with `--check` as well,
 * it fails if no entry announces a breaking change.
 */
import {parseArgs} from 'node:util';

import {changesInWords} from '../src/api/changes/changesInWords';
import {compareApis} from '../src/api/changes/compareApis';
import {loadApi} from '../src/api/document/load';
import type {Api} from '../src/api/operation';
import {apiSurface} from '../src/api/surface';
import {announcesBreaking, CHANGELOG, fingerprint, newestEntry} from './changelogEntry';
import {apiIn, commitsOfDocument, DOCUMENT, fileIn} from './documentInGit';

async function main(): Promise<void> {
  const {since, check} = parseArgs({
    options: {since: {type: 'string'}, check: {type: 'boolean', default: false}},
  }).values;
  if (check && since === undefined) {
    throw new Error('Name the commit to compare with: npm run changelog -- --since origin/main --check');
  }
  const api = await loadApi(DOCUMENT);
  await (since === undefined ? sinceEntry(api) : sinceCommit(api, since, check));
}

async function sinceEntry(api: Api): Promise<void> {
  const entry = newestEntry();
  const print = fingerprint(apiSurface(api));
  if (print === entry.fingerprint) {
    console.log(`Nothing that a program relies on has changed since ${entry.version}. No entry is needed.`);
    return;
  }
  const before = await apiOf(entry.fingerprint);
  console.log(
    before
      ? told(before, api)
      : `Git knows no ${DOCUMENT} with the fingerprint ${entry.fingerprint}, so there is no list of changes.`,
  );
  console.log(`
Say in ${CHANGELOG}, above ${entry.version}, what that means for who uses the API. Start the entry with:

## ${api.version}

{/* API ${print} */}`);
  if (api.version === entry.version) {
    console.log(
      `\ninfo.version is still ${api.version}, which has an entry. Raise it; or, while nobody uses ${api.version}, change that entry and its fingerprint.`,
    );
  }
}

async function sinceCommit(api: Api, commit: string, check: boolean): Promise<void> {
  const before = await apiIn(commit);
  const isBreaking = compareApis(before, api).some(({weight}) => weight === 'breaking');
  console.log(told(before, api));
  if (check && isBreaking && !isAnnounced(commit)) {
    console.error(`
These breaking changes are not announced. Write an entry in ${CHANGELOG} (npm run changelog starts it) with a paragraph or
a list item that starts with **Breaking:** and says what programs have to do. Or change the document so that nothing breaks.`);
    process.exitCode = 1;
  }
}

/** Whether the newest entry was added or rewritten since a commit, and announces breaking changes. */
function isAnnounced(commit: string): boolean {
  const [now, then] = [newestEntry(), newestEntry(fileIn(commit, CHANGELOG))];
  return now.fingerprint !== then.fingerprint && announcesBreaking();
}

/** The changes in words; a kind of change without words is shown as lines of the surface. */
function told(before: Api, after: Api): string {
  const words = changesInWords(compareApis(before, after));
  if (words !== '') {
    return words;
  }
  const [then, now] = [apiSurface(before), apiSurface(after)];
  const lines = [
    ...then.filter(line => !now.includes(line)).map(line => `- ${line}`),
    ...now.filter(line => !then.includes(line)).map(line => `+ ${line}`),
  ];
  return lines.length === 0 ? 'Nothing that a program relies on has changed.' : lines.join('\n');
}

/** The API when it had this fingerprint, searched from the newest commit on. */
async function apiOf(wanted: string): Promise<Api | undefined> {
  for (const commit of commitsOfDocument()) {
    const api = await apiIn(commit);
    if (fingerprint(apiSurface(api)) === wanted) {
      return api;
    }
  }
  return undefined;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
