import {findingAt, type ProseRule} from '../block';

interface Wording {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly advice: string;
  /** In a text that matches this, the words are correct. */
  readonly unless?: RegExp;
}

/** A word or words, ignoring case. */
function words(rule: string, alternatives: string, advice: string, unless?: RegExp): Wording {
  return {
    ...(unless && {unless}),
    rule,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives})(?![\\p{L}\\p{N}-])`, 'giu'),
    advice,
  };
}

/** What CONTRIBUTING.md says about words, with what to write instead. */
const wordings: readonly Wording[] = [
  words(
    'belittling',
    'simply|just|easy|easily|obviously|of course|basically|actually',
    'it helps nobody. Leave it out.',
  ),
  words(
    'filler',
    'please|note that|keep in mind that|in order to|as well as',
    'leave it out, or write “to”, “and”.',
  ),
  words('future', "will|won't|shall", 'use the present tense: “returns 201”, not “will return”.'),
  words(
    'address',
    "we|our|ours|let's|the reader|readers",
    'address the reader as “you”, and name who does it.',
  ),
  words('term', 'sandbox(?:es)?|simulators?|fake server|dummy server', 'a mock is a mock everywhere.'),
  words('term', 'MIME types?|content types?', 'the field’s own word is “media type”.'),
  words('term', 'API tokens?|access keys?', 'the credential is an API key or an OAuth token.'),
  words('term', 'e-mails?', 'write “email”.'),
  words('term', 'query strings?|URL params?|params?', 'the field’s own word is “query parameter”.'),
  words('term', 'auth', 'write “authentication” or “credentials”.'),
  words('Latin', 'e\\.g\\.|i\\.e\\.|etc\\.|via', 'write “for example”, “that is”, “through”.'),
  words(
    'term',
    'answers?|answered|answering',
    'a server sends a response, and returns or responds with a status. An answer is what chat gives to a question.',
    /question|chat|\bcit(?:e|ation)|quot|handbook|stream|\bdocuments?\b|complete answer|file to answer|halfway|stop an answer/i,
  ),
  words('term', 'at fault|amiss', 'a value is invalid, and a thing is wrong.'),
  words('term', 'anew', 'write “again”, or what is new.'),
  words('term', 'gives? back|given back', 'a call returns a value.'),
  words('term', 'hits?', 'a search finds results, and marks matches.'),
  words('control', 'click on|press on', 'a reader chooses a control: “choose **Send**”.'),
];

/** Words that the style guide leaves out, and terms that have another name here. */
export const checkWords: ProseRule = block =>
  wordings.flatMap(({rule, pattern, advice, unless}) =>
    unless?.test(block.text)
      ? []
      : [...block.text.matchAll(pattern)].map(({0: found, index}) =>
          findingAt(block, index, rule, `“${found}”: ${advice}`),
        ),
  );
