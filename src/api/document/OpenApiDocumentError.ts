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
  /** Whether it is an example that does not fit its schema, which `checkExamples: false` lets pass. */
  readonly isOfExample?: true;
}

/** What to do where examples are not one's own to mend. */
const examplesAdvice =
  'If you cannot mend the examples, go on without this check: set `checkExamples: false` beside `document`, in docusaurus.config.ts.';

/** More problems than this in one message help nobody; `problems` holds them all. */
const mostShown = 50;

/**
 * An OpenAPI document that cannot be documented truthfully. The message lists every problem on a line of its own:
 * `file:line:column  #/json/pointer  what is wrong`. Where examples are among them it ends with how to go on.
 */
export class OpenApiDocumentError extends Error {
  override readonly name = 'OpenApiDocumentError';

  constructor(
    file: string,
    readonly problems: readonly DocumentProblem[],
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const shown = problems.slice(0, mostShown).map(problem => `  ${describe(problem)}`);
    const others = problems.length - shown.length;
    super(
      [
        `${file} has ${count}:`,
        ...shown,
        ...(others > 0 ? [`  and ${others} more`] : []),
        ...(problems.some(({isOfExample}) => isOfExample) ? [examplesAdvice] : []),
      ].join('\n'),
    );
  }
}

function describe({file, position, pointer, message}: DocumentProblem): string {
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  return [place, pointer, message].filter(part => part !== undefined && part !== '').join('  ');
}
