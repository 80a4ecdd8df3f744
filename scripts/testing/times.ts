import {existsSync, readFileSync, writeFileSync} from 'node:fs';

import {isObject} from '../../src/api/json';

/** How long steps took when they last passed, in seconds, by name. */
export type Times = Readonly<Record<string, number>>;

/** The times in a file of {@link writeTimes}; none if there is no such file, or it has another format. */
export function readTimes(file: string): Times {
  try {
    const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    return Object.fromEntries(
      Object.entries(isObject(read) ? read : {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number',
      ),
    );
  } catch {
    return {};
  }
}

export function writeTimes(file: string, times: Times): void {
  writeFileSync(file, JSON.stringify(times, null, 2));
}

/** The progress of a run before the step at an index: `3 of 12, 2 min so far, about 31 min to go`. */
export function progressOf(
  names: readonly string[],
  index: number,
  passedSeconds: number,
  times: Times,
): string {
  const coming = names.slice(index);
  const known = coming.flatMap(name => times[name] ?? []);
  const toGo =
    known.length === coming.length
      ? [`about ${duration(known.reduce((sum, seconds) => sum + seconds, 0))} to go`]
      : [];
  const soFar = index === 0 ? [] : [`${duration(passedSeconds)} so far`];
  return [`${index + 1} of ${names.length}`, ...soFar, ...toGo].join(', ');
}

function duration(seconds: number): string {
  return seconds < 100 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
