/** The candidates that are most like a name, three unless told, for a message about one that does not exist. */
export function nearest(name: string, candidates: readonly string[], count = 3): readonly string[] {
  return candidates
    .map(candidate => ({candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase())}))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({candidate}) => candidate);
}

/**
 * The candidate that a name is a mistyped form of: one letter in four may differ, and one in any case. Names that differ
 * in a number alone, such as `v1` and `v2`, are meant to.
 */
export function typoOf(name: string, candidates: readonly string[]): string | undefined {
  const [candidate] = nearest(name, candidates, 1);
  if (candidate === undefined || withoutDigits(candidate) === withoutDigits(name)) {
    return undefined;
  }
  const allowed = Math.max(1, Math.floor(name.length / 4));
  return name.length > 2 && distance(name.toLowerCase(), candidate.toLowerCase()) <= allowed
    ? candidate
    : undefined;
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '');
}

/** How many letters to insert, remove or replace to make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replace = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replace, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
