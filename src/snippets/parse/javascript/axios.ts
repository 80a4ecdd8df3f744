import type {Body} from '../../../request/apiRequest';
import {messages} from '../../../words';
import {textFields} from '../fields';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {plainPairs, withPairs, type Pair} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, plainText, type Text} from '../text';
import {demandPlain, demandText, fieldOf, isNothing, record, type Call, type Value} from '../value';
import {fetchBody} from './node';
import {demandJs, demandOptions, headerPairs, jsText, pairsGiven} from './webObjects';

const say = messages('axiosCode', {
  change: 'This change to the client cannot be read. Pass it to the call itself.',
});

/** What is read of a configuration, or changes nothing of what is sent. */
const known =
  /^(?:url|method|baseURL|headers|params|data|auth|timeout|responseType|withCredentials|max\w+|validateStatus|signal|cancelToken|decompress|https?Agent|proxy|transformResponse|on(?:Up|Down)loadProgress|responseEncoding)$/;

/** The request of `axios(…)`, `axios.post(…)` or of what `axios.create(…)` gave. */
export function axiosRequest(call: Call): Omit<ReadCall, 'variables'> {
  const {args, at} = call;
  const [, verb = ''] = /\.(\w+)$/.exec(call.path) ?? [];
  const [first, second, third] = args;
  const isPlain = verb === '' || verb === 'request';
  const takesData = /^(?:post|put|patch)$/.test(verb);
  const hasUrl = !isPlain || first?.type === 'text';
  const config = [...defaultsOf(call, verb), isPlain && !hasUrl ? first : takesData ? third : second];
  config.forEach(one => demandOptions(one, known, at));
  const option = (name: string): Value | undefined =>
    config.map(one => fieldOf(one, name)).findLast(value => !isNothing(value));
  const method = isPlain ? option('method') : undefined;
  const headers = config.flatMap(one => headersOf(fieldOf(one, 'headers')));
  const auth = option('auth');
  const data = takesData ? second : option('data');
  const last = headers.flatMap(({name, value}, index) => {
    const isLast = headers.findLastIndex(one => one.name.toLowerCase() === name.toLowerCase()) === index;
    const isKept = isLast && !(auth && name.toLowerCase() === 'authorization');
    return isKept && value ? [{name, value}] : [];
  });
  const body = bodyOf(data, headerText(last, 'content-type'));
  return {
    method: (method ? demandPlain(method, at, codePart('method')) : isPlain ? 'GET' : verb).toUpperCase(),
    url: withPairs(
      fullUrl(hasUrl ? first : option('url'), option('baseURL'), at),
      parametersOf(option('params')),
    ),
    headers: last,
    ...(auth
      ? {
          basic: joinText(
            demandText(fieldOf(auth, 'username'), at, codePart('user')),
            [':'],
            demandText(fieldOf(auth, 'password'), at, codePart('password')),
          ),
        }
      : {}),
    body,
  };
}

/** Headers by their names; one without a value is left out, with those of its name that went before. */
function headersOf(value: Value | undefined): readonly {readonly name: string; readonly value?: Text}[] {
  return value?.type === 'record'
    ? value.entries.map(({name, value: one, at}) =>
        isNothing(one) || (one.type === 'constant' && one.value === 'false')
          ? {name}
          : {name, value: demandJs(one, at, codePart('headerValue'))},
      )
    : headerPairs(value);
}

/** What goes with all calls, or with those of an instance; nothing else may have been done to that. */
function defaultsOf({of, settings = []}: Call, verb: string): readonly (Value | undefined)[] {
  if (of?.type !== 'call') {
    return settings.map(({name, value, at}) => setting(name.replace('axios.defaults.', ''), value, verb, at));
  }
  const [later] = settings;
  if (later) {
    throw new NotUnderstood(later.at, say('change'));
  }
  return [
    of.call.args[0],
    ...of.log.map(({path, value, at}) => {
      if (path === 'interceptors.response.use') {
        return undefined;
      }
      const [, name] = /^defaults\.(baseURL|timeout|headers\..+)$/.exec(path) ?? [];
      if (name === undefined || !value) {
        throw new NotUnderstood(at, say('change'));
      }
      return setting(name, value, verb, at);
    }),
  ];
}

/** `headers.common.NAME`, `headers.post.NAME` or another member of the defaults, as a configuration of its own. */
function setting(path: string, value: Value, verb: string, at: number): Value {
  const [, kind = 'common', name] =
    /^headers\.(?:(common|get|post|put|patch|delete|head)\.)?(.+)$/.exec(path) ?? [];
  return name === undefined
    ? record([{name: path, at, value}], at)
    : record(
        kind === 'common' || kind === verb
          ? [{name: 'headers', at, value: record([{name, at, value}], at)}]
          : [],
        at,
      );
}

function fullUrl(path: Value | undefined, base: Value | undefined, at: number): Text {
  const text = path ? demandJs(path, at, codePart('url')) : [];
  if (!base || /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(knownText(text))) {
    return text;
  }
  const start = demandJs(base, at, codePart('url'));
  const known = knownText(start);
  const [first = '', ...rest] = text;
  const behind = typeof first === 'string' ? [first.replace(/^\/+/, ''), ...rest] : text;
  return text.length === 0 ? start : joinText(known.endsWith('/') ? trimmed(start) : start, ['/'], behind);
}

function trimmed(text: Text): Text {
  return text.map((piece, index) =>
    index === text.length - 1 && typeof piece === 'string' ? piece.replace(/\/+$/, '') : piece,
  );
}

/** Of a list, each value stands under the name and `[]`; nothing stands for what has no value. */
function parametersOf(value: Value | undefined): readonly Pair[] {
  return value?.type === 'record'
    ? value.entries.flatMap(({name, value: one}): Pair[] => {
        const items = one.type === 'list' ? one.items : [one];
        return items
          .filter(item => !isNothing(item))
          .map(item => ({
            name: one.type === 'list' ? `${name}[]` : name,
            value: demandJs(item, item.at, codePart('formFields')),
          }));
      })
    : pairsGiven(value);
}

function bodyOf(data: Value | undefined, mediaType: string | undefined): Body {
  if (data?.type === 'record' && mediaType?.startsWith('application/x-www-form-urlencoded') === true) {
    return {type: 'form', mediaType, fields: plainPairs(textFields(data, codePart('formFields'), plainJs))};
  }
  // What is no JSON becomes a string in JSON.
  const plain = data?.type === 'text' ? plainText(data.text) : undefined;
  if (plain !== undefined && mediaType !== undefined && /json/i.test(mediaType) && !isJson(plain)) {
    return {type: 'json', mediaType, text: JSON.stringify(plain)};
  }
  return data?.type === 'record' || data?.type === 'list'
    ? mediaType === undefined || /json/i.test(mediaType)
      ? {type: 'json', mediaType: mediaType ?? 'application/json', text: jsonOfLiteral(data)}
      : fetchBody({at: data.at, type: 'unknown'}, mediaType)
    : fetchBody(data, mediaType ?? ownType(data));
}

/** The text of what forms of axios hold as it is. */
function plainJs(value: Value): Text | undefined {
  return isNothing(value) ? undefined : jsText(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The media type that axios gives to what names none. */
function ownType(data: Value | undefined): string | undefined {
  switch (data?.type) {
    case 'text':
      return 'application/x-www-form-urlencoded';
    case 'call':
      return data.call.path === 'URLSearchParams'
        ? 'application/x-www-form-urlencoded;charset=utf-8'
        : undefined;
    default:
      return undefined;
  }
}
