/** Why a run ends early, in words for the terminal. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(
    /** What happened, and what it means. */
    message: string,
    /** What to do next. */
    readonly nextStep: string,
    readonly isInterrupted = false,
  ) {
    super(message);
  }
}

export function interrupted(): Stopped {
  return new Stopped('The run was interrupted.', 'Run it again to see the rest.', true);
}
