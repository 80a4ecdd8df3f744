import type {Body} from '../../../request/apiRequest';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {codePart} from '../parts';
import {partsOfUrl, plainPairs, withPairs} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {demandPlain, isNothing, type Call, type Value} from '../value';
import {fetchBody} from './node';
import {demandJs, demandOptions, headerPairs, pairsGiven} from './webObjects';

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
  const search = option('searchParams');
  const url = behind(option('prefixUrl'), demandJs(target, at, codePart('url')), at);
  return {
    method: (verb ?? (method ? demandPlain(method, at, codePart('method')) : 'GET')).toUpperCase(),
    url: search ? withPairs(partsOfUrl(url).address, pairsGiven(search)) : url,
    headers,
    body: bodyOf(option, headerText(headers, 'content-type')),
  };
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
