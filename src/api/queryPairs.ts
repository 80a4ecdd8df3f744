import type {ParameterStyle} from './operation';

/** One `name=value` of a query, decoded. */
export interface QueryPair {
  readonly name: string;
  readonly value: string;
  /** As it was sent: a delimiter that is encoded in it is part of a value. */
  readonly encoded: string;
}

/** The query of a URL, without its question mark. */
export function queryOf(url: string): string {
  const [address = ''] = url.split('#', 1);
  const start = address.indexOf('?');
  return start < 0 ? '' : address.slice(start + 1);
}

/** The pairs of a query such as `a=1&b=2`, or of an urlencoded form, in their order. */
export function queryPairs(query: string): readonly QueryPair[] {
  return query
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [name = '', ...rest] = pair.split('=');
      const encoded = rest.join('=');
      return {name: decodeQuery(name), value: decodeQuery(encoded), encoded};
    });
}

/** As `URLSearchParams` reads it: `+` is a space, and what is no percent-encoding stands for itself. */
export function decodeQuery(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}

/** What stands between the items of a list that is not exploded, as it was sent (OpenAPI 3.1 §4.8.12.4). */
export function itemSeparator(style: ParameterStyle): RegExp {
  switch (style) {
    case 'spaceDelimited':
      return /%20|\+/;
    case 'pipeDelimited':
      return /%7C|\|/i;
    case 'tabDelimited':
      return /%09|\t/;
    case 'form':
    case 'simple':
    case 'label':
    case 'matrix':
    case 'deepObject':
      return /,/;
  }
}

/** The member of a `deepObject` that a pair of this name holds, as `a` of `name[a]`; undefined for any other pair. */
export function deepMember(parameter: string, pair: string): string | undefined {
  return pair.startsWith(`${parameter}[`) && pair.endsWith(']')
    ? pair.slice(parameter.length + 1, -1)
    : undefined;
}
