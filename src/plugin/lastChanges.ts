import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {dirname} from 'node:path';
import {createInterface} from 'node:readline';

/** Starts a line that says when a commit was made; no path starts so. */
const MARK = '\u0001';

/**
 * When the newest commit was made that changed each of the files, as ISO 8601 with the committer's offset. Paths are
 * relative to the working directory, with slashes. One pass of git serves them all, since a process for each takes
 * minutes with a thousand pages. Files that git does not know are left out; so are all where there is no git.
 */
export async function lastChanges(files: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(files);
  const folders = new Set([...wanted].map(dirname));
  const found = new Map<string, string>();
  if (wanted.size === 0) {
    return found;
  }
  const git = spawn(
    'git',
    [
      '-c',
      'core.quotePath=false',
      'log',
      `--format=${MARK}%cI`,
      '--name-only',
      '--relative',
      '--',
      ...folders,
    ],
    {stdio: ['ignore', 'pipe', 'ignore']},
  );
  const ended = once(git, 'close');
  ended.catch(() => undefined);
  let date = '';
  for await (const line of createInterface({input: git.stdout})) {
    if (line.startsWith(MARK)) {
      date = line.slice(MARK.length);
    } else if (wanted.has(line) && !found.has(line)) {
      found.set(line, date);
    }
    if (found.size === wanted.size) {
      git.kill();
      break;
    }
  }
  await ended.catch(() => undefined);
  return found;
}
