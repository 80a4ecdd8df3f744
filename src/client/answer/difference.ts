import {diffLines} from 'diff';

export interface DifferenceLine {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Changed lines with the lines around them, and the number of lines left out before them. */
export interface DifferenceHunk {
  readonly skipped: number;
  readonly lines: readonly DifferenceLine[];
}

/** How many lines are shown around a change. */
const CONTEXT = 3;
/**
 * Beyond this number of changes, the texts are too different for a useful comparison, and searching would take too
 * long.
 */
const MOST_CHANGES = 4000;
const LONGEST_MS = 2000;

/**
 * The lines in which two texts differ, each change with its surroundings. Empty if they are the same; undefined if they
 * have too little in common.
 */
export async function differenceOf(
  before: string,
  after: string,
): Promise<readonly DifferenceHunk[] | undefined> {
  const changes = await new Promise<ReturnType<typeof diffLines> | undefined>(resolve => {
    // With a callback, it works in slices, so that the page stays responsive.
    diffLines(withEnd(before), withEnd(after), {
      maxEditLength: MOST_CHANGES,
      timeout: LONGEST_MS,
      callback: resolve,
    });
  });
  return changes && hunks(changes.flatMap(linesOf));
}

function linesOf(change: {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}): DifferenceLine[] {
  const type = change.added ? 'added' : change.removed ? 'removed' : 'same';
  return change.value
    .replace(/\n$/, '')
    .split('\n')
    .map(text => ({type, text}));
}

function hunks(lines: readonly DifferenceLine[]): DifferenceHunk[] {
  const found: {skipped: number; lines: DifferenceLine[]}[] = [];
  let end = 0;
  lines.forEach((line, index) => {
    if (line.type === 'same') {
      return;
    }
    const start = Math.max(end, index - CONTEXT);
    let hunk = found.at(-1);
    if (!hunk || start > end) {
      hunk = {skipped: start - end, lines: []};
      found.push(hunk);
    }
    const last = Math.min(lines.length, index + CONTEXT + 1);
    hunk.lines.push(...lines.slice(start, last));
    end = Math.max(end, last);
  });
  return found;
}

/** Ends the last line like all others, so that a line added after it does not change it. */
function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
