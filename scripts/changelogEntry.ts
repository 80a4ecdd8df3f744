import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';

export const CHANGELOG = 'docs/changelog.mdx';

/** What an entry of the changelog says about its version of the API. */
export interface ChangelogEntry {
  readonly version: string;
  readonly fingerprint: string;
}

/** A short hash of everything that programs rely on (src/api/surface): it changes if and only if that does. */
export function fingerprint(surface: readonly string[]): string {
  return createHash('sha256').update(surface.join('\n')).digest('hex').slice(0, 12);
}

/**
 * The entry at the top of the changelog: a heading `## VERSION`, and below it the comment with the fingerprint.
 * @throws Error if there is none.
 */
export function newestEntry(source = readFileSync(CHANGELOG, 'utf8')): ChangelogEntry {
  const found = /^## (\S+)\s+\{\/\* API (\w+) \*\/\}$/m.exec(source);
  const [, version, print] = found ?? [];
  if (version === undefined || print === undefined) {
    throw new Error(`${CHANGELOG} has no entry: "## VERSION", and below it "{/* API FINGERPRINT */}".`);
  }
  return {version, fingerprint: print};
}

/**
 * Whether the newest entry announces breaking changes: with `**Breaking:**` at the start of a paragraph or of a list
 * item.
 */
export function announcesBreaking(source = readFileSync(CHANGELOG, 'utf8')): boolean {
  const [, newest = ''] = source.split(/^## /m);
  return /^(?:[-*] )?\*\*Breaking:\*\* \S/m.test(newest);
}
