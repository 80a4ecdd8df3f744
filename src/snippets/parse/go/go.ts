import type {Body} from '../../../request/apiRequest';
import {fileNamed, bodyOfText} from '../body';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {follow} from '../program/follow';
import {plainPairs, type Pair} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {
  demandPlain,
  demandText,
  fieldOf,
  isNothing,
  notKnown,
  textValue,
  type Call,
  type Done,
  type Made,
  type Value,
} from '../value';
import {demandClearHeaders, headersAfter, replacesAuthorization} from './goHeaders';
import {goDialect} from './goDialect';
import {bufferText, isBuffer, isUrl, partsIn, queryPairs, sorted, urlOf} from './goObjects';
import {readGo as readStatements} from './goSyntax';

export const say = messages('goCode', {
  noCall: 'There is no http.NewRequest(…) in this code.',
  request: 'This change to the request cannot be read. Pass it to http.NewRequest, or set a header.',
  body: 'This cannot be read as a body. Write it as strings.NewReader(…).',
  transport: 'This way to send requests may change them. Leave out the Transport of the client.',
});

type Request = Omit<ReadCall, 'variables'>;

/** The first request that a program makes. Throws {@link NotUnderstood} where it makes none. */
export function readGo(code: string): ReadCall {
  const followed = follow(readStatements(code), goDialect, ['init', 'main']);
  if (!followed) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const {call, ...rest} = followed;
  const [first] = call.args;
  const made = call.path === '' ? call.of : first;
  if (made?.type === 'unknown' && /^$|\.Do$/.test(call.path)) {
    throw notKnown(made, call.at, say('request'));
  }
  demandPlainClient(call.of);
  return {
    ...(made?.type === 'call' && /^http\.NewRequest/.test(made.call.path)
      ? madeRequest(made)
      : shortRequest(call)),
    ...rest,
  };
}

/** A client that has another way to send requests may change them. */
function demandPlainClient(client: Value | undefined): void {
  if (client?.type !== 'call') {
    return;
  }
  const [options] = client.call.args;
  const given = [
    fieldOf(options, 'Transport'),
    ...client.log.filter(({path}) => path === 'Transport').map(({value}) => value),
  ];
  for (const transport of given) {
    const isKnown =
      isNothing(transport) ||
      (transport?.type === 'call' && transport.call.path === 'http.Transport') ||
      (transport?.type === 'unknown' && transport.name === 'http.DefaultTransport');
    if (!isKnown) {
      throw new NotUnderstood(transport?.at ?? client.at, say('transport'));
    }
  }
}

/** `http.Get(url)`, `http.Post(url, type, body)` and `http.PostForm(url, values)`. */
function shortRequest({path, args: [target, second, third], at}: Call): Request {
  const verb = /\.(\w+)$/.exec(path)?.[1] ?? 'Get';
  const url = isUrl(target) ? urlOf(target) : demandText(target, at, codePart('url'));
  switch (verb) {
    case 'Post': {
      const type = multipartType(second) ?? demandPlain(second, at, codePart('mediaType'));
      return {
        method: 'POST',
        url,
        headers: [{name: 'Content-Type', value: [type]}],
        body: bodyOf(third, type),
      };
    }
    case 'PostForm':
      return {
        method: 'POST',
        url,
        headers: [],
        body: {
          type: 'form',
          mediaType: 'application/x-www-form-urlencoded',
          fields: plainPairs(sorted(formOf(second, at))),
        },
      };
    default:
      return {method: verb.toUpperCase(), url, headers: [], body: {type: 'none'}};
  }
}

function formOf(value: Value | undefined, at: number): readonly Pair[] {
  if (value?.type === 'call') {
    return queryPairs(value);
  }
  throw notKnown(value, at, say('body'));
}

/** What a multipart writer gives as its media type is the body's own. */
export function multipartType(value: Value | undefined): string | undefined {
  return value?.type === 'call' && value.call.path === 'multipart.NewWriter.FormDataContentType'
    ? 'multipart/form-data'
    : undefined;
}

function madeRequest(made: Made<Value>): Request {
  const {call, log} = made;
  const [method, , body] = call.path.endsWith('Context') ? call.args.slice(1) : call.args;
  const rest = log.filter(({path}) => !path.startsWith('URL.'));
  const headers = rest.reduce<readonly Pair[]>(headersAfter, []);
  const basicAt = rest.findLastIndex(({path}) => path === 'SetBasicAuth');
  const basic = rest.slice(basicAt + 1).some(replacesAuthorization) ? undefined : rest[basicAt];
  const own = rest.findLast(({path}) => path === 'Method')?.value;
  demandClearHeaders(rest);
  const mediaType = headerText(headers, 'content-type');
  return {
    method: knownText(demandText(own ?? method, call.at, codePart('method'))) || 'GET',
    url: urlOf(made),
    headers: headers.filter(({value}) => value.length > 0),
    ...(basic ? {basic: basicOf(basic)} : {}),
    body: bodyOf(body, mediaType),
    isTypeless: mediaType === undefined,
  };
}

function basicOf({call, at}: Done<Value>): Text {
  const [user, password] = call?.args ?? [];
  return user?.type === 'call' && user.call.path === 'strings.Cut'
    ? demandText(user.call.args[0], at, codePart('userAndPassword'))
    : joinText(demandText(user, at, codePart('user')), [':'], demandText(password, at, codePart('password')));
}

function bodyOf(value: Value | undefined, mediaType: string | undefined): Body {
  if (!value) {
    return {type: 'none'};
  }
  switch (value.type) {
    case 'constant':
      return {type: 'none'};
    case 'text':
      return bodyOfText(value, mediaType ?? 'application/octet-stream');
    case 'file':
      return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(value.name)};
    case 'call': {
      const parts = isBuffer(value) ? partsIn(value) : undefined;
      if (parts) {
        return {type: 'multipart', parts};
      }
      if (isBuffer(value)) {
        const only =
          value.log.length === 1
            ? value.log[0]?.call?.args[0]
            : value.log.length === 0
              ? value.call.args[0]
              : undefined;
        return bodyOf(
          only?.type === 'text' &&
            only.indented !== undefined &&
            (value.call.args.length === 0 || value.log.length === 0)
            ? only
            : textValue(value.at, ...bufferText(value)),
          mediaType,
        );
      }
      break;
    }
    default:
      break;
  }
  throw notKnown(value, value.at, say('body'));
}
