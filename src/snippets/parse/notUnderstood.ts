/** Code that cannot be read as a request, with the offset of its place. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';

  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}
