/** One fault of an OpenAPI document and its place. */
export interface DocumentProblem {
  /** Path of the file as a person would type it from the working directory. */
  readonly file: string;
  /** One-based; left out when the fault has no place in the text, such as a missing file. */
  readonly position?: {readonly line: number; readonly column: number};
  /** JSON pointer in URI fragment form, such as `#/paths/~1users/get`. */
  readonly pointer?: string;
  /** What is wrong and, where it is known, what would be right. */
  readonly message: string;
}

/** What to do where a document is not one's own to mend. */
const strictAdvice =
  'The document can be read all the same. To list faults and go on, leave out `strict: true` in docusaurus.config.ts, or `--strict` on the command line; `checkExamples: false` leaves out those of examples alone.';

/** More problems than this in one message help nobody; `problems` holds them all. */
const mostShown = 50;

/**
 * An OpenAPI document that cannot be read, or that has faults where none are let pass (`strict`). The message lists every
 * problem on a line of its own: `file:line:column  #/json/pointer  what is wrong`. Where strictness alone is why, it ends
 * with how to go on.
 */
export class OpenApiDocumentError extends Error {
  override readonly name = 'OpenApiDocumentError';

  constructor(
    file: string,
    readonly problems: readonly DocumentProblem[],
    {isStrict = false}: {readonly isStrict?: boolean} = {},
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const shown = problems.slice(0, mostShown).map(problem => `  ${describeProblem(problem)}`);
    const others = problems.length - shown.length;
    super(
      [
        `${file} has ${count}:`,
        ...shown,
        ...(others > 0 ? [`  and ${others} more`] : []),
        ...(isStrict ? [strictAdvice] : []),
      ].join('\n'),
    );
  }
}

/** `file:line:column  #/json/pointer  what is wrong`. */
export function describeProblem({file, position, pointer, message}: DocumentProblem): string {
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  return [place, pointer, message].filter(part => part !== undefined && part !== '').join('  ');
}
