/**
 * Whether what came with one version of an API is new in another: both are of the same release. Of versions in numbers
 * (`1.4.0`) the first two count, since a correction makes nothing old; dates and other names have to be the same.
 */
export function isNew(since: string | undefined, version: string): boolean {
  return since !== undefined && releaseOf(since) === releaseOf(version);
}

function releaseOf(version: string): string {
  const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(version.trim());
  return numbers ? `${numbers[1]}.${numbers[2] ?? '0'}` : version.trim();
}
