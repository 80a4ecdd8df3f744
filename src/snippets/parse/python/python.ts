import {messages} from '../../../words';
import {textFields} from '../fields';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {follow} from '../program/follow';
import {partsOfUrl, withPairs} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {sendableUrl, withoutSteps} from '../sendableUrl';
import {joinText, knownText, plainText, type Text} from '../text';
import {demandPlain, demandText, isNothing, mergedFields, record, type Call, type Value} from '../value';
import {given, methods, unprepared} from './pythonCalls';
import {pythonDialect} from './pythonDialect';
import {parameterPairs} from './pythonPairs';
import {mergedHeaders, sessionFields} from './pythonSession';
import {readPython as readStatements} from './pythonSyntax';
import {connectionRequest, urllibRequest} from './urllib';
import {bodyOf} from './pythonBody';

export const say = messages('pythonCode', {
  noCall: 'There is no call such as requests.get(…) in this code.',
  body: 'This cannot be read as a body. Write it as a string, a dict or json=….',
  arguments: 'These arguments cannot be read. Write them out by name.',
});

/** The first request of a script. Throws {@link NotUnderstood} where there is none that can be read. */
export function readPython(code: string): ReadCall {
  const followed = follow(readStatements(code), pythonDialect);
  if (!followed) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const {call: sending, ...rest} = followed;
  const call = unprepared(sending);
  if (call.unclear !== undefined) {
    throw new NotUnderstood(call.unclear, say('arguments'));
  }
  return {
    ...(call.path.endsWith('urlopen')
      ? urllibRequest(call)
      : call.path.endsWith('Connection.request')
        ? connectionRequest(call)
        : requestOf(call)),
    ...rest,
  };
}

function requestOf(call: Call): Omit<ReadCall, 'variables'> {
  const [, called = 'get'] = methods.exec(call.path) ?? [];
  const verb = called === 'stream' ? 'request' : called;
  const by = call.path.startsWith('requests') ? 'requests' : 'httpx';
  const [first, second, ...further] = call.args;
  const [method, target, positional, ...rest] =
    verb === 'request' ? call.args : [undefined, first, second, ...further];
  const surplus = takesData(verb) ? rest[1] : rest[0];
  if (surplus || (by === 'httpx' && positional)) {
    throw new NotUnderstood((surplus ?? positional)?.at ?? call.at, say('arguments'));
  }
  const session = sessionFields(call);
  const fields = [...session, ...call.named];
  const named = (name: string): Value | undefined =>
    fields.findLast(field => field.name === name && given(field.value))?.value;
  const own = mergedHeaders(fields).filter(
    ({name}) => !named('auth') || name.toLowerCase() !== 'authorization',
  );
  const headers = [
    ...own,
    // Of cookies in both places, requests sends those of the header.
    ...(by === 'requests' && headerText(own, 'cookie') !== undefined
      ? []
      : cookieHeader(fields.filter(({name}) => name === 'cookies').map(({value}) => value))),
  ];
  const auth = named('auth');
  const verbGiven = method ?? (verb === 'request' ? named('method') : undefined);
  const hasOwn = call.named.some(({name}) => name === 'params');
  const parameters = [
    ...fields.filter(({name}) => name === 'params').map(({value}) => value),
    ...(hasOwn || takesData(verb) || !positional ? [] : [positional]),
  ];
  const mediaType = headerText(headers, 'content-type');
  const url = cleanUrl(
    fullUrl(demandText(target ?? named('url'), call.at, codePart('url')), named('base_url')),
  );
  return {
    method: (verbGiven ? demandPlain(verbGiven, call.at, codePart('method')) : verb).toUpperCase(),
    url: withPairs(
      // With parameters, httpx leaves out the query that the URL has.
      call.path.startsWith('httpx') && parameters.some(value => !isNothing(value))
        ? partsOfUrl(url).address
        : url,
      mergedParameters(parameters).flatMap(value => parameterPairs(value, by)),
    ),
    headers,
    ...(auth ? {basic: basicText(auth)} : {}),
    body: bodyOf(
      name =>
        name === 'json'
          ? (named('json') ?? given(takesData(verb) ? rest[0] : undefined))
          : name === 'data'
            ? (named('data') ?? named('content') ?? given(takesData(verb) ? positional : undefined))
            : named(name),
      mediaType,
      by,
    ),
    isTypeless: mediaType === undefined,
  };
}

/** Whether the second argument is the body; for others it holds the parameters. */
function takesData(verb: string): boolean {
  return verb === 'post' || verb === 'put' || verb === 'patch';
}

/** The parameters of a session and a call: of two dicts, a later member takes the place of an earlier one. */
function mergedParameters(values: readonly Value[]): readonly Value[] {
  const given = values.filter(value => !isNothing(value));
  const entries = given.map(value => (value.type === 'record' ? value.entries : undefined));
  const [first] = given;
  return first && given.length > 1 && !entries.includes(undefined)
    ? [record(mergedFields(entries.flatMap(fields => fields ?? [])), first.at)]
    : given;
}

/** A URL behind that of a client. */
function fullUrl(url: Text, base: Value | undefined): Text {
  if (!base || /^https?:\/\//i.test(knownText(url))) {
    return url;
  }
  const start = demandText(base, base.at, codePart('url'));
  const path = knownText(url.slice(0, 1)).startsWith('/') ? url : joinText(['/'], url);
  const last = start.at(-1);
  return joinText(
    start.slice(0, -1),
    last === undefined ? [] : [typeof last === 'string' ? last.replace(/\/$/, '') : last],
    path,
  );
}

/** The URL as packages send it: without steps back, and a percent sign that encodes nothing is encoded itself. */
function cleanUrl(url: Text): Text {
  const plain = plainText(url)?.trimStart();
  if (plain === undefined) {
    return url;
  }
  const isBroken = /%(?![\da-f]{2})[\da-z]{2}/i.test(plain);
  const encoded = plain.replace(isBroken ? /%/g : /%(?![\da-f]{2})/gi, '%25');
  return [withoutSteps(knownText(sendableUrl([encoded])))];
}

function cookieHeader(tables: readonly Value[]): ReadCall['headers'] {
  const cookies = tables.flatMap(value => textFields(value, codePart('cookieValue')));
  return cookies.length === 0
    ? []
    : [
        {
          name: 'Cookie',
          value: joinText(
            ...cookies.flatMap(({name, value: text}, index) => [[`${index > 0 ? '; ' : ''}${name}=`], text]),
          ),
        },
      ];
}

/** `(user, password)`, `HTTPBasicAuth(user, password)`, or a key that is split at its colon. */
function basicText(auth: Value): Text {
  const [user, password] =
    auth.type === 'list'
      ? auth.items
      : auth.type === 'call' && /(?:HTTP)?BasicAuth$/.test(auth.call.path)
        ? auth.call.args
        : [];
  if (user && password) {
    return joinText(
      demandText(user, auth.at, codePart('user')),
      [':'],
      demandText(password, auth.at, codePart('password')),
    );
  }
  const [inner] = auth.type === 'call' && auth.call.path === 'tuple' ? auth.call.args : [];
  return demandText(
    inner?.type === 'call' && inner.call.path === '.split' ? inner.call.of : auth,
    auth.at,
    codePart('userAndPassword'),
  );
}
