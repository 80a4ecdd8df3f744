import {queryOf, queryPairs} from '../queryPairs';

/** A key of `paths` as it is meant. */
export interface PathTemplate {
  /** The path, such as `/users/{id}`. */
  readonly path: string;
  /** What the key says of the query, which belongs into parameters (OpenAPI 3.1 §4.8.8) and is read as such. */
  readonly query: readonly {readonly name: string; readonly value: string}[];
}

/** So much of an operation as says which addresses are its own. */
export interface Addressed {
  readonly path: string;
  /** What its path holds of the query. */
  readonly query?: {readonly [name: string]: string};
}

/** The path of a template at the end of an address. */
export interface FoundPath {
  /** What stands before the path: a base URL, or nothing where the address is the path alone. */
  readonly before: string;
  /** What stands for each name of the template, in order and still percent-encoded. */
  readonly values: readonly {readonly name: string; readonly value: string}[];
}

/** A name in its braces. */
const named = /\{([^{}]+)\}/g;

/**
 * Reads a key of `paths`. A slash that it lacks is added, a percent sign that starts no percent-encoding is encoded, as
 * clients refuse it otherwise (RFC 3986 §2.1), and its query is taken apart; undefined where its braces do not pair up, or
 * hold no name: nobody knows what to send then.
 */
export function pathTemplate(key: string): PathTemplate | undefined {
  if (/[{}]/.test(key.replace(named, ''))) {
    return undefined;
  }
  const [written = ''] = key.split(/[?#]/, 1);
  const path = written.replace(/\{[^{}]*\}|%(?![\da-f]{2})/gi, part => (part === '%' ? '%25' : part));
  return {path: path.startsWith('/') ? path : `/${path}`, query: queryPairs(queryOf(key))};
}

/** The names in the braces of a template. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(named)].flatMap(([, name]) => name ?? []);
}

/** The template, of a path or of a server's URL, with a text for each of its names and their braces. */
export function filledTemplate(template: string, textFor: (name: string, braced: string) => string): string {
  return template.replace(named, (braced, name: string) => textFor(name, braced));
}

/**
 * Finds the path of a template at the end of an address without a query. A name stands for one step, or a part of one; what
 * an address may hold only percent-encoded is found so too.
 */
export function pathFinder(template: string): (address: string) => FoundPath | undefined {
  const names = templateNames(template);
  const path = template
    .split(/\{[^{}]+\}/)
    .map(literalPattern)
    .join('([^/]+)');
  const pattern = new RegExp(`^(.*?)${path}$`);
  return address => {
    const [, before, ...values] = pattern.exec(address) ?? [];
    return before === undefined
      ? undefined
      : {before, values: names.map((name, index) => ({name, value: values[index] ?? ''}))};
  };
}

/** A pattern for text of a path, whose characters may stand in an address as they are, or percent-encoded as URLs have them. */
function literalPattern(text: string): string {
  return text.replace(
    /([^\x21-\x7e]+|["<>\\^`|])|[.*+?$()[\]]/g,
    (run: string, encodable: string | undefined) =>
      encodable === undefined
        ? `\\${run}`
        : `(?:${run.replace(/[\\^|]/g, '\\$&')}|${encodeURIComponent(run.toWellFormed())})`,
  );
}

/** Whether a query has all that the path of an operation holds of one. */
export function hasQueryOf({query = {}}: Addressed, sent: URLSearchParams): boolean {
  return Object.entries(query).every(([name, value]) => sent.getAll(name).includes(value));
}

/**
 * Sorts the operations that an address may be of by how much they say of it: concrete paths before templates (OpenAPI 3.1
 * §4.8.8), `/{id}:stop` before `/{id}`, and of one path the operation that asks for more of the query.
 */
export function byCloseness(a: Addressed, b: Addressed): number {
  return (
    templateNames(a.path).length - templateNames(b.path).length ||
    literals(b.path) - literals(a.path) ||
    asked(b) - asked(a)
  );
}

/** How many characters of a template are no name. */
function literals(template: string): number {
  return template.replace(named, '').length;
}

function asked({query = {}}: Addressed): number {
  return Object.keys(query).length;
}
