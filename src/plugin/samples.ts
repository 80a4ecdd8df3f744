import type {Operation} from '../api/operation';
import type {CodeExample} from '../request/examples/codeExamples';
import {sampleRequest} from '../request/examples/sampleRequest';
import {sampleOrReason, type SampleLanguage} from '../snippets';

/**
 * The samples of an operation as its page opens, one a language: the named example, else the first.
 * @throws Error when the document gives no request that can be sent.
 */
export function codeExamples(
  operation: Operation,
  languages: readonly SampleLanguage[],
  example?: string,
): readonly CodeExample[] {
  const {request, problems} = sampleRequest(operation, example);
  const [problem] = problems;
  if (problem) {
    throw new Error(
      `Operation "${operation.id}" has no sample request. ${problem.at}: ${problem.message} Give it an example in the OpenAPI document.`,
    );
  }
  return languages.map(language => ({
    language: language.highlight,
    label: language.label,
    code: sampleOrReason(request, language),
  }));
}
