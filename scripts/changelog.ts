/**
 * `npm run changelog`: what has changed in the API since the newest entry of the changelog, a line a fact, and what a new
 * entry has to say. The document that the entry speaks of is looked for in git.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {loadApi} from '../src/api/document/load';
import {apiSurface} from '../src/api/surface';
import {CHANGELOG, fingerprint, newestEntry} from './changelogEntry';

const DOCUMENT = 'static/openapi.yaml';

async function main(): Promise<void> {
  const api = await loadApi(DOCUMENT);
  const surface = apiSurface(api);
  const entry = newestEntry();
  if (fingerprint(surface) === entry.fingerprint) {
    console.log(`Nothing that programs rely on has changed since ${entry.version}. No entry is needed.`);
    return;
  }
  const before = await surfaceOf(entry.fingerprint);
  if (before) {
    const [now, then] = [new Set(surface), new Set(before)];
    before.filter(line => !now.has(line)).forEach(line => console.log(`- ${line}`));
    surface.filter(line => !then.has(line)).forEach(line => console.log(`+ ${line}`));
  } else {
    console.log(
      `Git knows no ${DOCUMENT} with the fingerprint ${entry.fingerprint}, so there is no list of changes.`,
    );
  }
  console.log(`
Say in ${CHANGELOG}, above ${entry.version}, what that means for who uses the API. Start the entry with:

## ${api.version}

{/* API ${fingerprint(surface)} */}`);
  if (api.version === entry.version) {
    console.log(
      `\ninfo.version is still ${api.version}, which has an entry. Raise it; or, while nobody uses ${api.version}, change that entry and its fingerprint.`,
    );
  }
}

/** What the API was when it had this fingerprint, from the newest commit on. */
async function surfaceOf(wanted: string): Promise<readonly string[] | undefined> {
  const commits = git('log', '--format=%H', '--', DOCUMENT).split('\n');
  const folder = mkdtempSync(join(tmpdir(), 'changelog-'));
  try {
    for (const commit of commits.filter(Boolean)) {
      const file = join(folder, 'openapi.yaml');
      writeFileSync(file, git('show', `${commit}:${DOCUMENT}`));
      const surface = apiSurface(await loadApi(file, {checkExamples: false}));
      if (fingerprint(surface) === wanted) {
        return surface;
      }
    }
    return undefined;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, {encoding: 'utf8', maxBuffer: 100_000_000}).trim();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
