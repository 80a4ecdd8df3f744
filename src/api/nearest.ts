/** The three candidates that are most like a name, for a message about one that does not exist. */
export function nearest(name: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .map(candidate => ({candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase())}))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({candidate}) => candidate);
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
