/** One way in which a response differs from the document. */
export type Difference =
  | {readonly type: 'status'; readonly documented: readonly string[]}
  | {readonly type: 'media-type'; readonly mediaType: string; readonly documented: readonly string[]}
  /** A body although none is documented. */
  | {readonly type: 'extra-body'}
  | {readonly type: 'missing-body'}
  | {readonly type: 'not-json'}
  | {readonly type: 'missing-header'; readonly name: string}
  | {readonly type: 'header'; readonly name: string; readonly message: string}
  /** As in a body, but in an event of that name. */
  | {readonly type: 'event'; readonly event: string; readonly pointer: string; readonly message: string}
  /** The pointer is in URI fragment form; the message follows the name of the value: `must be a number`. */
  | {readonly type: 'body'; readonly pointer: string; readonly message: string};

/** A part of a response that was compared with the document. */
export type CheckedPart =
  | 'status'
  | 'media-type'
  /** All documented headers. */
  | 'headers'
  /** Only these, since the browser may hide others. */
  | 'required-headers'
  | 'body';

/** A part of a response that could not be compared with the document. */
export type Unchecked =
  /** The document describes no response. */
  | {readonly type: 'undocumented'}
  /** Required headers that may be there: a page only sees those of another origin that the server exposes. */
  | {readonly type: 'hidden-headers'; readonly names: readonly string[]}
  /** Required headers that browsers show to no page. */
  | {readonly type: 'secret-headers'; readonly names: readonly string[]}
  /** A header whose schema cannot be used for validation. */
  | {readonly type: 'header'; readonly name: string}
  | {readonly type: 'cut-body'}
  /** Events for which the document has no schema, or none that can be used for validation. */
  | {readonly type: 'events'}
  /** A body that is not JSON according to its media type. */
  | {readonly type: 'media-type'; readonly mediaType: string}
  /** A body that cannot be validated, such as one with a hundred thousand levels. */
  | {readonly type: 'body'};

/** Differences beyond this number are not listed: they would repeat the others. */
export const MOST_DIFFERENCES = 1000;

/** Differences that are the same except for their places in lists. */
export interface DifferenceKind {
  readonly first: Difference;
  readonly count: number;
}

/**
 * The kinds of difference, in the order in which they first occur, so that a fault of every item of a list is listed
 * once.
 */
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
