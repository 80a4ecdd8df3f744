/** One `name=value` of a query string. */
export interface QueryPair {
  readonly name: string;
  /** The value as it was sent: a delimiter that is encoded in it is part of a value. */
  readonly encoded: string;
}

/** The pairs of a query string such as `?a=1&b=2`, in their order. */
export function queryPairs(search: string): readonly QueryPair[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [name = '', ...value] = pair.split('=');
      return {name: decodeQuery(name), encoded: value.join('=')};
    });
}

/** As `URLSearchParams` reads it: `+` is a space, and what is no percent-encoding stands for itself. */
export function decodeQuery(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}
