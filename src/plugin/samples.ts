import type {Operation} from '../api/operation';
import {grammarOf} from '../highlight/grammarOf';
import type {CodeExample} from '../request/examples/codeExamples';
import {sampleRequest} from '../request/examples/sampleRequest';
import {languages as allLanguages, sampleOrReason, type SampleLanguage} from '../snippets';
import {messages} from '../words';

const say = messages('samples', {handWritten: '{label} (hand-written)'});

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

/** The samples that the document brings along for an operation, under labels that no other has: tabs are told apart by them. */
export function authoredExamples({codeSamples = []}: Operation): readonly CodeExample[] {
  const taken = new Set(allLanguages.map(({label}) => label.toLowerCase()));
  return codeSamples.map(({lang, label: written, source}) => {
    const label = freeLabel(written, taken);
    taken.add(label.toLowerCase());
    return {language: grammarOf(lang), label, code: source};
  });
}

function freeLabel(written: string, taken: ReadonlySet<string>): string {
  const isFree = (label: string): boolean => !taken.has(label.toLowerCase());
  const named = isFree(written) ? written : say('handWritten', {label: written});
  let label = named;
  for (let serial = 2; !isFree(label); serial++) {
    label = `${named} ${serial}`;
  }
  return label;
}
