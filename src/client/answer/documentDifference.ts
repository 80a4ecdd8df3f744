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
  /** As in a body, of the event of that name. */
  | {readonly type: 'event'; readonly event: string; readonly pointer: string; readonly message: string}
  /** The pointer is in URI fragment form; the message follows the name of the value: `must be a number`. */
  | {readonly type: 'body'; readonly pointer: string; readonly message: string};

/** What of an answer was compared with the document. */
export type CheckedPart =
  | 'status'
  | 'media-type'
  /** All the documented headers. */
  | 'headers'
  /** Only these, since the browser may hide others. */
  | 'required-headers'
  | 'body';

/** Something of an answer that could not be compared with the document. */
export type Unchecked =
  /** The document says nothing of any answer. */
  | {readonly type: 'undocumented'}
  /** Required headers that may be there: a page sees those of another origin only where the server exposes them. */
  | {readonly type: 'hidden-headers'; readonly names: readonly string[]}
  /** Required headers that no browser shows to any page. */
  | {readonly type: 'secret-headers'; readonly names: readonly string[]}
  /** A header whose schema nobody can judge by. */
  | {readonly type: 'header'; readonly name: string}
  | {readonly type: 'cut-body'}
  /** Events of which the document has no schema, or none to judge by. */
  | {readonly type: 'events'}
  /** A body that is no JSON by its media type. */
  | {readonly type: 'media-type'; readonly mediaType: string}
  /** A body that nobody can judge by its schema, such as one of a hundred thousand levels. */
  | {readonly type: 'body'};

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
