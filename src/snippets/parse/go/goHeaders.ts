import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import type {Pair} from '../query';
import {joinText, knownText} from '../text';
import {demandPlain, demandText, fieldOf, notKnown, type Done, type Value} from '../value';
import {multipartType, say} from './go';

/**
 * Throws {@link NotUnderstood} where a request holds `x-a` beside `X-A`, which are two headers of a map, or where another
 * name for the map of its headers may have changed them meanwhile.
 */
export function demandClearHeaders(log: readonly Done<Value>[]): void {
  const changes = log.filter(({path}) =>
    /^(?:Header\b(?!\.(?:Get|Values)$)|SetBasicAuth$|AddCookie$)/.test(path),
  );
  const given = changes.findIndex(({path}) => path === 'Header');
  const map = changes[given]?.value;
  const isShared = map?.type === 'call' && map.log.length > 0;
  const raw = changes.find(done => /^[a-z]|-[a-z]|[a-z][A-Z]/.test(writtenName(done) ?? ''));
  const name = (raw && writtenName(raw))?.toLowerCase();
  const same = changes.find(
    done => done !== raw && name !== undefined && (nameOf(done) ?? name).toLowerCase() === name,
  );
  const unclear = (isShared ? changes[given + 1] : undefined) ?? (same && raw);
  if (unclear) {
    throw new NotUnderstood(unclear.at, say('request'));
  }
}

/** The name of a header that is given to the map itself: unlike others, it goes as it is written. */
function writtenName({path, call}: Done<Value>): string | undefined {
  return call || !path.startsWith('Header.') ? undefined : path.slice('Header.'.length);
}

/** The name of the header that something changes; undefined for all of them. */
function nameOf(done: Done<Value>): string | undefined {
  const [name] = done.call?.args ?? [];
  switch (done.path) {
    case 'Header':
      return undefined;
    case 'SetBasicAuth':
      return 'Authorization';
    case 'AddCookie':
      return 'Cookie';
    default:
      return writtenName(done) ?? demandPlain(name, done.at, codePart('headerName'));
  }
}

/** The headers after one more thing that is done to a request. */
export function headersAfter(
  headers: readonly Pair[],
  {path, call, value, at}: Done<Value>,
): readonly Pair[] {
  const [name, given] = call?.args ?? [];
  const others = (known: string): readonly Pair[] =>
    headers.filter(field => field.name.toLowerCase() !== known.toLowerCase());
  const pair = (): Pair => ({
    name: demandPlain(name, at, codePart('headerName')),
    value: multipartType(given) === undefined ? demandText(given, at, codePart('headerValue')) : [],
  });
  switch (path) {
    case 'Header.Set':
    case 'Header.Add':
      // It is `Host` of the request that counts.
      return pair().name.toLowerCase() === 'host'
        ? headers
        : [...(path === 'Header.Set' ? others(pair().name) : headers), pair()];
    case 'Header.Del':
      return others(demandPlain(name, at, codePart('headerName')));
    case 'AddCookie':
      return [...headers, cookieHeader(name, at)];
    case 'Host':
      return [...others('Host'), {name: 'Host', value: demandText(value, at, codePart('host'))}];
    case 'Header':
      return headersOf(value, at);
    case 'SetBasicAuth':
      return others('Authorization');
    default:
      if (path.startsWith('Header.') && value) {
        const own = path.slice('Header.'.length);
        return [...others(own), ...valuesOf(own, value)];
      }
      if (
        /^(?:Header\.(?:Get|Values)|Context|WithContext|Clone|Cookies|UserAgent|Body\.Close|Close|ContentLength|GetBody|Method)$/.test(
          path,
        )
      ) {
        return headers;
      }
      throw new NotUnderstood(at, say('request'));
  }
}

/** Whether the header Authorization is another one, or none, after this. */
export function replacesAuthorization({path, call, at}: Done<Value>): boolean {
  return (
    path === 'Header' ||
    path === 'Header.Authorization' ||
    (/^Header\.(?:Set|Del)$/.test(path) &&
      demandPlain(call?.args[0], at, codePart('headerName')).toLowerCase() === 'authorization')
  );
}

/** `req.Header = http.Header{"A": {"b"}}`, with all that was done to it. */
function headersOf(value: Value | undefined, at: number): readonly Pair[] {
  if (value?.type !== 'call' || value.call.path !== 'http.Header') {
    throw notKnown(value, at, say('request'));
  }
  const [table] = value.call.args;
  if (table && table.type !== 'record') {
    throw notKnown(table, at, say('request'));
  }
  return value.log
    .map(done => ({...done, path: `Header.${done.path}`}))
    .reduce(
      headersAfter,
      (table?.entries ?? []).flatMap(({name, value: values}) => valuesOf(name, values)),
    );
}

/** A header with each of its values. */
function valuesOf(name: string, value: Value): readonly Pair[] {
  return (value.type === 'list' ? value.items : [value]).map(one => ({
    name,
    value: demandText(one, one.at, codePart('headerValue')),
  }));
}

/** `&http.Cookie{Name: "a", Value: "b"}`. */
function cookieHeader(value: Value | undefined, at: number): Pair {
  const cookie = value?.type === 'call' ? value.call.args[0] : value;
  const text = demandText(fieldOf(cookie, 'Value'), at, codePart('cookieValue'));
  const quote = /[ ,]/.test(knownText(text)) ? ['"'] : [];
  if (/[^\x20-\x7e]|[";\\]/.test(knownText(text))) {
    throw new NotUnderstood(at, say('request'));
  }
  return {
    name: 'Cookie',
    value: joinText([`${demandPlain(fieldOf(cookie, 'Name'), at, codePart('name'))}=`], quote, text, quote),
  };
}
