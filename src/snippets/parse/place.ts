/** What could not be understood, and where: offset from 0, line and column from 1. */
export interface ParseProblem {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export function placeOf(source: string, offset: number, message: string): ParseProblem {
  const before = source.slice(0, offset).split('\n');
  return {offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message};
}

/** A problem of the whole text. */
export function atStart(message: string): ParseProblem {
  return {offset: 0, line: 1, column: 1, message};
}
