import type {Body} from '../../../request/apiRequest';
import {bodyOfText} from '../body';
import {textFields} from '../fields';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {headerText, type ReadCall} from '../readRequest';
import {joinText} from '../text';
import {demandPlain, demandText, fieldOf, isNothing, notKnown, record, type Call, type Value} from '../value';

const say = messages('urllibCode', {
  body: 'This cannot be read as a body. Write it as an encoded string.',
  change: 'This change to the request cannot be read. Pass it to Request(…).',
});

/** The request of `urlopen(…)`, of a URL or of `Request(…)`. */
export function urllibRequest(call: Call): Omit<ReadCall, 'variables'> {
  const [target, body] = call.args;
  const made = target?.type === 'call' && /(?:^|\.)Request$/.test(target.call.path) ? target : undefined;
  const {args, named, at} = made ? made.call : call;
  const option = (name: string) => fieldOf(record(named, at), name);
  const data = [body, fieldOf(record(call.named, at), 'data'), args[1], option('data')].find(
    one => !isNothing(one),
  );
  const added = (made?.log ?? []).map(({path, call: done, at: place}) => {
    const [name, value] = done?.args ?? [];
    if (!/^add_(?:unredirected_)?header$/.test(path)) {
      throw new NotUnderstood(place, say('change'));
    }
    return {
      name: demandPlain(name, place, codePart('headerName')),
      value: demandText(value, place, codePart('headerValue')),
    };
  });
  const headers = [
    ...(made ? textFields(args[2] ?? option('headers'), codePart('headerValue')) : []),
    ...added,
  ];
  const method = made && option('method');
  return {
    method: isNothing(method) ? (data ? 'POST' : 'GET') : demandPlain(method, at, codePart('method')),
    url: demandText(made ? (args[0] ?? option('url')) : target, at, codePart('url')),
    headers,
    body: bodyOf(data, headerText(headers, 'content-type') ?? 'application/x-www-form-urlencoded', at),
  };
}

/** `connection.request("POST", "/path", body, headers)` of http.client. */
export function connectionRequest({of, args, named, at}: Call): Omit<ReadCall, 'variables'> {
  const connection = of?.type === 'call' ? of.call : undefined;
  const option = (name: string, index: number, from = {args, named}): Value | undefined =>
    from.args[index] ?? fieldOf(record(from.named, at), name);
  const change =
    of?.type === 'call'
      ? of.log.find(({path}) => !/^(?:getresponse|close|connect|set_debuglevel)$/.test(path))
      : undefined;
  if (change) {
    throw new NotUnderstood(change.at, say('change'));
  }
  const port = connection && option('port', 1, connection);
  const headers = textFields(option('headers', 3), codePart('headerValue'));
  const type = headerText(headers, 'content-type');
  return {
    method: demandPlain(option('method', 0), at, codePart('method')),
    url: joinText(
      [connection?.path.endsWith('HTTPConnection') === true ? 'http://' : 'https://'],
      demandText(connection && option('host', 0, connection), at, codePart('host')),
      isNothing(port) ? [] : joinText([':'], demandText(port, at, codePart('host'))),
      demandText(option('url', 1), at, codePart('url')),
    ),
    headers,
    body: bodyOf(option('body', 2), type ?? 'text/plain', at),
    isTypeless: type === undefined,
  };
}

function bodyOf(data: Value | undefined, type: string, at: number): Body {
  if (!data || isNothing(data) || (data.type === 'text' && data.text.length === 0)) {
    return {type: 'none'};
  }
  if (data.type !== 'text') {
    throw notKnown(data, at, say('body'));
  }
  return bodyOfText(data, type);
}
