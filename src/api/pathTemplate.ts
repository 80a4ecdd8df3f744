import {queryOf, queryPairs} from './queryPairs';

/** A key of `paths` as it is meant. */
export interface PathTemplate {
  /** The path, such as `/users/{id}`. */
  readonly path: string;
  /** What the key says of the query, which belongs into parameters (OpenAPI 3.1 §4.8.8) and is read as such. */
  readonly query: readonly {readonly name: string; readonly value: string}[];
}

/**
 * Reads a key of `paths`. A slash that it lacks is added, and its query is taken apart; undefined where its braces do not
 * pair up, or hold no name: nobody knows what to send then.
 */
export function pathTemplate(key: string): PathTemplate | undefined {
  const rest = key.replace(/\{[^{}]+\}/g, '');
  if (/[{}]/.test(rest)) {
    return undefined;
  }
  const [path = ''] = key.split(/[?#]/, 1);
  return {path: path.startsWith('/') ? path : `/${path}`, query: queryPairs(queryOf(key))};
}

/** The names in the braces of a template. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
}
