import type {BuiltRequest} from '../../request/build';
import type {CodeExample} from '../../request/codeExamples';
import {checkRequest} from '../../request/checkRequest';
import {generateSnippet, languages, type SnippetOptions} from '../../snippets';
import type {CodeTabsProps} from '../CodeTabs';
import type {CopyChoice} from '../CopyMenu';

/** What stands in the code tabs while the form is open. */
export interface GeneratedSamples {
  /** Missing while the page's own samples still say the same. */
  readonly examples?: readonly CodeExample[];
  readonly copyChoices?: readonly CopyChoice[];
  /** Code that can be typed in. */
  readonly renderCode: CodeTabsProps['renderCode'];
}

/** The samples of a request in every language, or undefined while it has a value that cannot be sent. */
export function samplesOf(
  {request, problems}: BuiltRequest,
  credentials: NonNullable<SnippetOptions['credentials']>,
): readonly CodeExample[] | undefined {
  if (problems.length > 0 || checkRequest(request).length > 0) {
    return undefined;
  }
  return languages.map(({id, label, highlight}) => ({
    language: highlight,
    label,
    code: generateSnippet(request, id, {credentials}),
  }));
}

/** The samples with what the reader typed in one of them, so that Copy takes what is seen. */
export function withTyped(
  samples: readonly CodeExample[],
  typed: {readonly label: string; readonly code: string} | undefined,
): readonly CodeExample[] {
  return typed
    ? samples.map(sample => (sample.label === typed.label ? {...sample, code: typed.code} : sample))
    : samples;
}
