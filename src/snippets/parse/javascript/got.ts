import type {Body} from '../../../request/apiRequest';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {codePart} from '../parts';
import {partsOfUrl, plainPairs, withPairs, type Pair} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {demandPlain, isNothing, type Call, type Value} from '../value';
import {fetchBody} from './node';
import {demandJs, demandOptions, headerPairs, pairsGiven, unreadOption} from './webObjects';

/** What is read of the options, or changes nothing of what is sent. */
const known =
  /^(?:method|headers|json|body|form|searchParams|prefixUrl|timeout|retry|responseType|throwHttpErrors|followRedirect|http2|signal|resolveBodyOnly|keepalive)$/;

/** The request of `got(…)`, `ky.post(…)`, or of what `got.extend(…)` or `ky.create(…)` gave. */
export function gotRequest({path, of, args: [target, given], at}: Call): Omit<ReadCall, 'variables'> {
  const instance = of?.type === 'call' ? of.call.args[0] : undefined;
  const fields = [instance, given].flatMap(options => demandOptions(options, known, at));
  const option = (name: string): Value | undefined =>
    fields.findLast(field => field.name === name && !isNothing(field.value))?.value;
  const [, verb] = /\.(get|post|put|patch|delete|head)$/.exec(path) ?? [];
  const method = option('method');
  const all = fields.filter(({name}) => name === 'headers').flatMap(({value}) => headerPairs(value));
  const headers = all.filter(
    ({name}, index) => all.findLastIndex(one => one.name.toLowerCase() === name.toLowerCase()) === index,
  );
  const searches = fields.filter(({name, value}) => name === 'searchParams' && !isNothing(value));
  const pairs = searches.map(({value}) => searchOf(value));
  const names = pairs.map(list => list.map(({name}) => name));
  // Of parameters in two places, got takes both; which of one name count is not the same in all versions.
  if (
    searches.length > 1 &&
    (path.startsWith('ky') || names[0]?.some(name => names[1]?.includes(name)) === true)
  ) {
    throw unreadOption('searchParams', searches[1]?.at ?? at);
  }
  const url = behind(option('prefixUrl'), demandJs(target, at, codePart('url')), at);
  return {
    method: (verb ?? (method ? demandPlain(method, at, codePart('method')) : 'GET')).toUpperCase(),
    url: searches.length > 0 ? withPairs(partsOfUrl(url).address, pairs.flat()) : url,
    headers,
    body: bodyOf(option, headerText(headers, 'content-type')),
  };
}

/** What has no value is left out. */
function searchOf(value: Value): readonly Pair[] {
  return pairsGiven(
    value.type === 'record'
      ? {
          ...value,
          entries: value.entries.filter(
            ({value: one}) => one.type !== 'constant' || one.value !== 'undefined',
          ),
        }
      : value,
  );
}

function behind(prefix: Value | undefined, url: Text, at: number): Text {
  if (!prefix || /^https?:/i.test(knownText(url))) {
    return url;
  }
  const start = demandJs(prefix, at, codePart('url'));
  return joinText(start, knownText(start).endsWith('/') ? [] : ['/'], url);
}

function bodyOf(option: (name: string) => Value | undefined, mediaType: string | undefined): Body {
  const json = option('json');
  const form = option('form');
  return json
    ? {type: 'json', mediaType: mediaType ?? 'application/json', text: jsonOfLiteral(json)}
    : form
      ? {
          type: 'form',
          mediaType: mediaType ?? 'application/x-www-form-urlencoded',
          fields: plainPairs(pairsGiven(form)),
        }
      : fetchBody(option('body'), mediaType);
}
