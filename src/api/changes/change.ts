/** One thing that became otherwise between two descriptions of an API. */
export interface Change {
  /** Whether a program that was right before may fail now. */
  readonly weight: 'breaking' | 'added' | 'other';
  /** The operation, as `createUser`; undefined where it is about all of them. */
  readonly operation?: string;
  /** What became otherwise, as a sentence without its full stop: `` the response field `email` is gone ``. */
  readonly what: string;
}
