import type {Api} from '../../api/operation';
import {credentialInWords} from '../credentialWords';
import type {MockRules, UnmatchedRules} from '../rules';

/** What to print when the mock starts: the keys it accepts, and how hand-written rules and document differ. */
export function startWords(
  api: Api,
  rules: MockRules | undefined,
  unmatched: UnmatchedRules,
): readonly string[] {
  const keys = new Set(api.operations.flatMap(({securitySchemes}) => securitySchemes.map(credentialInWords)));
  const {mockRules} = api;
  return [
    ...(keys.size === 0 ? [] : [`It accepts ${[...keys].join(', or ')}`]),
    ...(mockRules === undefined || mockRules === rules?.name
      ? []
      : [
          `The document names the rules "${mockRules}", which were not loaded. Name their file with --rules.`,
        ]),
    ...(unmatched.operations.length === 0
      ? []
      : [`No rules for ${unmatched.operations.join(', ')}: responses come from schemas and examples.`]),
    ...(unmatched.rules.length === 0
      ? []
      : [`The document has no operation for the rules ${unmatched.rules.join(', ')}.`]),
  ];
}
