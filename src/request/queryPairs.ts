/** One `name=value` of a query, decoded, and the value as it stands there. */
export interface QueryPair {
  readonly name: string;
  readonly value: string;
  readonly encoded: string;
}

/** The pairs of the query of a URL, in order. */
export function queryPairs(url: string): readonly QueryPair[] {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : (url.slice(start + 1).split('#', 1)[0] ?? '');
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
