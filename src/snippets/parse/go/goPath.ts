/** A URL with more behind its path, as `url.JoinPath` gives it: without steps, double slashes and empty parts. */
export function joinedPath(
  url: string | undefined,
  further: readonly (string | undefined)[],
): string | undefined {
  const [, origin, path = '', query = ''] = /^(https?:\/\/[^/?#]*)([^?#]*)([\s\S]*)$/i.exec(url ?? '') ?? [];
  const parts = further.flatMap(one => (one === undefined ? [] : [one]));
  const [last = path] = parts.slice(-1);
  // What is encoded in them differs between versions.
  if (
    origin === undefined ||
    parts.length < further.length ||
    parts.length === 0 ||
    parts.some(one => one.includes('%'))
  ) {
    return undefined;
  }
  const steps: string[] = [];
  for (const step of [path, ...parts].join('/').split('/')) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '' && step !== '.') {
      steps.push(step.replaceAll('?', '%3F').replaceAll('#', '%23'));
    }
  }
  const joined = `/${steps.join('/')}`;
  return origin + joined + (last.endsWith('/') && joined !== '/' ? '/' : '') + query;
}
