import type {BuiltRequest} from '../../request/build';
import type {CodeExample} from '../../request/codeExamples';
import {checkRequest} from '../../request/checkRequest';
import {generateSnippet, languages, type SnippetOptions} from '../../snippets';
import type {CopyChoice} from '../CopyMenu';

/** What stands in place of a page's own samples while the form is open. */
export interface GeneratedSamples {
  readonly examples: readonly CodeExample[];
  readonly copyChoices: readonly CopyChoice[];
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
