import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {withPairs, type Pair} from '../query';
import type {ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {
  demandPlain,
  demandText,
  fieldOf,
  isNothing,
  mergedFields,
  record,
  type Call,
  type Field,
  type Value,
} from '../value';
import {axiosBody, axiosPairs} from './axiosData';
import {demandJs, demandOptions, headerPairs, pairsGiven} from './webObjects';

const say = messages('axiosCode', {
  change: 'This change to the client cannot be read. Pass it to the call itself.',
});

/** What is read of a configuration, or changes nothing of what is sent. */
const known =
  /^(?:url|method|baseURL|headers|params|data|auth|timeout|responseType|withCredentials|max\w+|validateStatus|signal|cancelToken|decompress|https?Agent|proxy|transformResponse|on(?:Up|Down)loadProgress|responseEncoding)$/;

/** The request of `axios(…)`, `axios.post(…)` or of what `axios.create(…)` gave. */
export function axiosRequest(call: Call): Omit<ReadCall, 'variables'> {
  const {args, at} = call;
  const [, verb = '', asForm] = /\.([a-z]+)(Form)?$/.exec(call.path) ?? [];
  const [first, second, third] = args;
  const isPlain = verb === '' || verb === 'request';
  const takesData = /^(?:post|put|patch)$/.test(verb);
  const hasUrl = !isPlain || first?.type === 'text';
  const own = isPlain && !hasUrl ? first : takesData ? third : second;
  const instance = call.of?.type === 'call' ? call.of.call.args[0] : undefined;
  const given = isPlain ? (fieldOf(own, 'method') ?? fieldOf(instance, 'method')) : undefined;
  const method = given ? demandPlain(given, at, codePart('method')) : isPlain ? 'get' : verb;
  const config = [...defaultsOf(call), own];
  config.forEach(one => demandOptions(one, known, at));
  const option = (name: string): Value | undefined =>
    config.map(one => fieldOf(one, name)).findLast(value => !isNothing(value));
  const auth = option('auth');
  const data = takesData ? second : fieldOf(own, 'data');
  const headers = [
    ...config.flatMap(one => headersOf(fieldOf(one, 'headers'), method.toLowerCase())),
    ...(asForm === undefined ? [] : [{name: 'Content-Type', value: ['multipart/form-data']}]),
  ];
  const last = headers.filter(
    ({name}, index) =>
      headers.findLastIndex(one => one.name.toLowerCase() === name.toLowerCase()) === index &&
      !(auth && name.toLowerCase() === 'authorization'),
  );
  const type = last.find(({name}) => name.toLowerCase() === 'content-type');
  const {body, mediaType} = axiosBody(data, type && (type.value ?? 'none'), method);
  return {
    method: method.toUpperCase(),
    url: withPairs(
      fullUrl(hasUrl ? first : option('url'), option('baseURL'), at),
      parametersOf(config.map(one => fieldOf(one, 'params'))),
    ),
    headers: [
      ...last.flatMap(({name, value}) => (value ? [{name, value}] : [])),
      ...(mediaType !== undefined && !type?.value ? [{name: 'Content-Type', value: [mediaType]}] : []),
    ],
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
    isTypeless: mediaType === undefined && data?.type !== 'call',
  };
}

interface Header {
  readonly name: string;
  readonly value?: Text;
}

/**
 * Headers by their names, those for all methods and for this one before the others. One without a value is left out, with
 * those of its name that went before.
 */
function headersOf(value: Value | undefined, method: string): readonly Header[] {
  if (value?.type !== 'record') {
    return headerPairs(value);
  }
  const isGroup = ({name, value: one}: Field): boolean => one.type === 'record' && groups.test(name);
  return [
    ...value.entries
      .filter(one => isGroup(one) && (one.name === 'common' || one.name === method))
      .flatMap(one => headersOf(one.value, method)),
    ...value.entries
      .filter(one => !isGroup(one))
      .flatMap(({name, value: one, at}): Header[] =>
        isNothing(one) || (one.type === 'constant' && one.value === 'false')
          ? // Of the type of a body, this says that it is the usual one.
            one.type === 'constant' && one.value === 'undefined' && name.toLowerCase() === 'content-type'
            ? []
            : [{name}]
          : [{name, value: demandJs(one, at, codePart('headerValue'))}],
      ),
  ];
}

const groups = /^(?:common|get|post|put|patch|delete|head|options)$/;

/** What goes with all calls, or with those of an instance; nothing else may have been done to that. */
function defaultsOf({of, settings = []}: Call): readonly (Value | undefined)[] {
  if (of?.type !== 'call') {
    return settings.map(({name, value, at}) => setting(name.replace('axios.defaults.', ''), value, at));
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
      return setting(name, value, at);
    }),
  ];
}

/** `headers.common.NAME`, `headers.post.NAME` or another member of the defaults, as a configuration of its own. */
function setting(path: string, value: Value, at: number): Value {
  const [name = '', ...rest] = path.split('.');
  return record([{name, at, value: rest.length === 0 ? value : setting(rest.join('.'), value, at)}], at);
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

/** Of parameters in several places, members are joined; what is no object takes the place of all before it. */
function parametersOf(values: readonly (Value | undefined)[]): readonly Pair[] {
  const all = values
    .filter(value => !isNothing(value))
    .reduce((before, one) => (before && one ? joinedObjects(before, one) : one), undefined);
  return all?.type === 'record' ? axiosPairs(all) : pairsGiven(all);
}

function joinedObjects(first: Value, second: Value): Value {
  return first.type === 'record' && second.type === 'record'
    ? record(
        mergedFields([
          ...first.entries,
          ...second.entries.map(entry => {
            const before = fieldOf(first, entry.name);
            return before ? {...entry, value: joinedObjects(before, entry.value)} : entry;
          }),
        ]),
        second.at,
      )
    : second;
}
