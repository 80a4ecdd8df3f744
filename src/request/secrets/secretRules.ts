/**
 * The rules by which a secret is recognised: one table of names, and the shapes of values. Everything that stores,
 * links, copies, masks or sends a value uses them.
 */

/** Where a name occurs: `form` is a field of an urlencoded or multipart body, `json` a member of a JSON text. */
export type SecretPlace = 'header' | 'query' | 'cookie' | 'path' | 'form' | 'json';

interface WordRule {
  /** Places where the word alone is too ambiguous: it needs a word before it there. */
  readonly notAlone?: readonly SecretPlace[];
  /** Words before it that make it harmless. */
  readonly unless?: ReadonlySet<string>;
  /** The only words before it with which it names a secret. */
  readonly onlyAfter?: ReadonlySet<string>;
  /** The only places where it names a secret. */
  readonly only?: readonly SecretPlace[];
  /** Whether everything in an object of this name is secret too. */
  readonly whole?: boolean;
}

/** Errors and key-value pairs have members of these names, and paths identify resources by them. */
const ambiguous: readonly SecretPlace[] = ['path', 'json'];

/** By the last word of a name. */
const rules: ReadonlyMap<string, WordRule> = new Map<string, WordRule>([
  ...each(
    'password passwords passwd pwd passphrase passcode secret secrets credential credentials jwt apikey',
    {whole: true},
  ),
  ...each('auth oauth authorization authentication session sessid sig hmac', {}),
  ['pass', {notAlone: ambiguous, onlyAfter: words('user db proxy smtp admin')}],
  [
    'token',
    {
      whole: true,
      unless: words(
        `page nextpage next prev previous paging pagination cursor continuation continue resume sync start starting skip
         delta scroll list marker stop end pad bos eos unk sep mask special idempotency`,
      ),
    },
  ],
  ['sid', {only: ['cookie']}],
  ['cookie', {only: ['header', 'query']}],
  ['signature', {unless: words('email mail html method function')}],
  ['sign', {notAlone: ambiguous, onlyAfter: words('access api request')}],
  ['assertion', {notAlone: ambiguous}],
  [
    'key',
    {
      notAlone: ambiguous,
      unless: words(
        `primary foreign sort sorting partition hash range composite unique natural surrogate business external candidate
         idempotency idempotent dedup dedupe deduplication correlation cache group grouping routing shard row object record
         item index lookup map parent child project issue board space section document doc file folder path storage image
         page pagination cursor marker start next last previous evaluated translation i18n locale language message label tag
         config configuration setting settings feature flag option preference property metadata meta field column attribute
         dimension metric segment event template resource category type name order join public host arrow hot`,
      ),
    },
  ],
  [
    'code',
    {
      notAlone: ambiguous,
      onlyAfter: words(
        `auth authorization authorisation authentication oauth grant access security verification verify device user login
         signin otp totp mfa fa sms pin pass passcode recovery backup reset activation confirmation pairing invite
         invitation secret functions`,
      ),
    },
  ],
]);

/** What may follow the decisive word: a repeated password, the id of a session. */
const tails: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['value', words('password passphrase secret token credential')],
  ['string', words('secret')],
  ['hash', words('password passcode')],
  ['id', words('session secret')],
  ...each(
    'confirm confirmation repeat again new old current',
    words('password passwd pwd passphrase passcode'),
  ),
  ...each('sha ed hmac v', words('signature')),
]);

/**
 * Names without word boundaries, such as `clientsecret` and `subscriptionkey`; no word ends like that by chance, as
 * `monkey` would with `key`.
 */
const runTogether =
  /^(.+?)(passwords?|passwd|passphrase|secrets?|credentials?|token|jwt|signature|sessid|session|(?<=(?:api|access|secret|auth|app|application|user|subscription|private|license|signing|master|encryption|client|consumer|shared|service|account|admin))key)(id)?$/;
const chance = words('obsession possession');

/**
 * Whether a name says that its value is a secret, whatever the document says. Names are compared as words, of which the
 * last counts: `X-Api-Key` and `clientSecret` are secrets, `primary_key`, `page_token` and `author` are not.
 */
export function isSecretName(name: string, place: SecretPlace = 'query'): boolean {
  return ruleOf(name, place) !== undefined;
}

/** Whether an object of this name contains nothing but secrets. */
export function isSecretObject(name: string): boolean {
  return ruleOf(name, 'json')?.whole === true;
}

function ruleOf(name: string, place: SecretPlace): WordRule | undefined {
  const [last = '', before] = wordsOf(name);
  const rule = rules.get(last);
  if (!rule || (rule.only && !rule.only.includes(place))) {
    return undefined;
  }
  if (before === undefined) {
    return rule.notAlone?.includes(place) ? undefined : rule;
  }
  return rule.unless?.has(before) || (rule.onlyAfter && !rule.onlyAfter.has(before)) ? undefined : rule;
}

/** The words of a name, last first, without numbers, the `X` of headers and words that only qualify a secret. */
function wordsOf(name: string): readonly string[] {
  const found = name
    .replace(/([\p{Ll}\d])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .flatMap(word => {
      const [, start, end, id] = (!chance.has(word) && runTogether.exec(word)) || [];
      return start === undefined || end === undefined ? [word] : [start, end, id ?? ''];
    })
    .map(word => word.replace(/(?<!\d)\d+$/, ''))
    .filter((word, index) => word !== '' && !(index === 0 && word === 'x'))
    .reverse();
  const [tail = '', before = ''] = found;
  return tails.get(tail)?.has(before) ? found.slice(1) : found;
}

/** Names which say that a long random value is not a key: a position in a list, an id, a checksum. */
const randomButHarmless =
  /^(?:ids?|uuid|guid|ref|reference|cursor|etag|match|hash|digest|checksum|sum|md|sha|crc|nonce|traceparent|trace|next|after|before|since|page)$/;

/** The prefixes of keys that their issuers publish, so that leaked keys can be found. */
const knownPrefix =
  /^(?:(?:sk|rk)_(?:live|test)_\w{4,}|whsec_\w{8,}|sk-[\w-]{16,}|gh[pousr]_\w{16,}|github_pat_\w{16,}|gl[a-z]{2,6}-[\w-]{16,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|SG\.[\w-]{10,}\.[\w-]{10,}|hf_\w{16,}|npm_\w{16,}|pypi-[\w-]{16,}|do[op]_v1_\w{16,}|shp(?:at|ca|pa|ss)_\w{16,}|ya29\.[\w-]{16,}|AIza[\w-]{30,}|A[KS]IA[A-Z0-9]{16}|EAA[A-Za-z0-9]{20,}|sq0[a-z]{3}-[\w-]{16,}|lin_api_\w{16,}|ntn_\w{16,}|(?:Bearer|Basic) +\S{4,})$/;
const jsonWebToken = /^eyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*$/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Whether a value looks like a key: a known prefix, a JSON Web Token (RFC 7519), or long and random. */
export function isSecretValue(value: string, name: string, place: SecretPlace): boolean {
  const text = value.trim();
  if (knownPrefix.test(text) || jsonWebToken.test(text) || privateKey.test(text)) {
    return true;
  }
  const [last = '', before] = wordsOf(name);
  const isHarmless = randomButHarmless.test(last) || (before !== undefined && rules.has(last));
  return place !== 'path' && !isHarmless && isLongAndRandom(text);
}

/** The shortest keys have 128 bits, which are 32 digits in hex; much longer texts are files. */
function isLongAndRandom(text: string): boolean {
  if (!/^[\w+/-]{32,256}={0,2}$/.test(text) || /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) {
    return false;
  }
  // In an identifier, letters and digits seldom alternate; in random text they do at every other character.
  const kinds = [...text].map(letter => (/\d/.test(letter) ? 0 : /\p{Lu}/u.test(letter) ? 1 : 2));
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  const digits = kinds.filter(kind => kind === 0).length;
  return changes > text.length / 4 && digits >= 3 && digits < text.length - 3;
}

/** Entries of a map: the words of a list, with one value for all. */
function each<Value>(list: string, value: Value): readonly (readonly [word: string, value: Value])[] {
  return [...words(list)].map(word => [word, value]);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
