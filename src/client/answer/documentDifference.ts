/** One way in which an answer is not as the document says. */
export type Difference =
  | {readonly type: 'status'; readonly documented: readonly string[]}
  | {readonly type: 'media-type'; readonly mediaType: string; readonly documented: readonly string[]}
  /** A body where none is documented. */
  | {readonly type: 'extra-body'}
  | {readonly type: 'missing-body'}
  | {readonly type: 'not-json'}
  | {readonly type: 'missing-header'; readonly name: string}
  | {readonly type: 'header'; readonly name: string; readonly message: string}
  /** The pointer is in URI fragment form; the message follows the name of the value: `must be a number`. */
  | {readonly type: 'body'; readonly pointer: string; readonly message: string};

/** More than these are not told: they would all say the same. */
export const MOST_DIFFERENCES = 1000;

/** Differences that are the same but for their places in lists. */
export interface DifferenceKind {
  readonly first: Difference;
  readonly count: number;
}

/** The kinds of difference in the order of their first: what is wrong with each item of a list is told once. */
export function differenceKinds(differences: readonly Difference[]): readonly DifferenceKind[] {
  const kinds = new Map<string, {readonly first: Difference; count: number}>();
  for (const difference of differences) {
    const key =
      difference.type === 'body'
        ? `${difference.pointer.replace(/\/\d+(?=\/|$)/g, '/*')} ${difference.message}`
        : JSON.stringify(difference);
    const kind = kinds.get(key) ?? {first: difference, count: 0};
    kind.count += 1;
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}
