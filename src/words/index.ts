/**
 * What is said to readers, in their language, for code that knows no Docusaurus. The English stands where it is said; the
 * site sets the texts of another language before anything is said (src/plugin/setWords.ts), the build before it makes pages.
 * `npm run write-translations` collects the texts, so ids and texts are literals.
 */
export interface Words {
  /** A BCP 47 language tag. */
  readonly locale: string;
  /** The language that the site's pages and document are written in, where it is another. */
  readonly original?: string;
  /** Texts by their ids; one that is missing is said in English. */
  readonly messages: {readonly [id: string]: string};
}

export interface Message {
  readonly id: string;
  /** The English text, with `{name}` where a value goes. */
  readonly message: string;
}

export type Values = {readonly [name: string]: string | number};
export type Translate = (message: Message, values?: Values) => string;

let words: Words = {locale: 'en', messages: {}};

/** Replaces the language that is spoken from now on. */
export function setWords(next: Words): void {
  words = next;
}

/** Does some work, which ends before it returns, in English: what comes of it is the same in every language of a site. */
export function inEnglish<Result>(work: () => Result): Result {
  const spoken = words;
  words = {locale: 'en', messages: {}};
  try {
    return work();
  } finally {
    words = spoken;
  }
}

/**
 * The `lang` of what the site's maintainer wrote and nobody translated, such as the descriptions of the document: voices
 * and browsers read it as what it is (WCAG 2.2, 3.1.2). Empty where the reader's language is the same.
 */
export function langOfOriginal(): {readonly lang?: string} {
  const {locale, original = locale} = words;
  return original === locale ? {} : {lang: original};
}

/** The text in the reader's language, with its values; the same call as Docusaurus' own. */
export const translate: Translate = ({id, message}, values) => filled(words.messages[id] ?? message, values);

/** The English text: for what is no word to readers, such as the answers of an API. */
export const english: Translate = ({message}, values) => filled(message, values);

/**
 * The text for a count, out of the forms that a language has, in the order of `Intl.PluralRules` with bars between:
 * `{count} byte|{count} bytes`.
 */
export function plural(message: Message, count: number, values?: Values): string {
  const rules = pluralRules(words.locale);
  const forms = translate(message, {count: formatNumber(count), ...values}).split('|');
  return forms[Math.min(rules.categories.indexOf(rules.select(count)), forms.length - 1)] ?? '';
}

interface PluralRules {
  /** In the order of `Intl.PluralRules`. */
  readonly categories: readonly string[];
  readonly select: (count: number) => string;
}

/** By locale: a page asks for them thousands of times, and they are slow to make. */
const knownRules = new Map<string, PluralRules>();
const knownFormats = new Map<string, Intl.NumberFormat>();

function pluralRules(locale: string): PluralRules {
  const found = knownRules.get(locale);
  if (found) {
    return found;
  }
  const rules = new Intl.PluralRules(locale);
  const used = rules.resolvedOptions().pluralCategories.map(String);
  const categories = ['zero', 'one', 'two', 'few', 'many', 'other'].filter(name => used.includes(name));
  const made = {categories, select: (count: number) => rules.select(count)};
  knownRules.set(locale, made);
  return made;
}

/** A number as the reader's language writes it, to so many digits after the point where that is given. */
export function formatNumber(value: number, digits?: number): string {
  const key = `${words.locale} ${digits}`;
  const format =
    knownFormats.get(key) ??
    new Intl.NumberFormat(
      words.locale,
      digits === undefined ? {} : {minimumFractionDigits: digits, maximumFractionDigits: digits},
    );
  knownFormats.set(key, format);
  return format.format(value);
}

/** A time of day as the reader's language writes it. */
export function formatTime(time: Date): string {
  return time.toLocaleTimeString(words.locale);
}

/** Says one of several texts by its key. */
export interface Say<Key extends string | number> {
  (key: Key, values?: Values, say?: Translate): string;
  /** The text for a count, as {@link plural} picks it. */
  readonly plural: (key: Key, count: number, values?: Values) => string;
  readonly has: (key: string | number) => key is Key;
}
export type KeyOf<Said> = Said extends Say<infer Key> ? Key : never;

/** Texts that belong together: the id of each is `group.key`. */
export function messages<Key extends string | number>(
  group: string,
  texts: {readonly [key in Key]: string},
): Say<Key> {
  const messageOf = (key: Key): Message => ({id: `${group}.${key}`, message: texts[key]});
  return Object.assign((key: Key, values?: Values, say = translate) => say(messageOf(key), values), {
    plural: (key: Key, count: number, values?: Values) => plural(messageOf(key), count, values),
    has: (key: string | number): key is Key => Object.hasOwn(texts, key),
  });
}

function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
