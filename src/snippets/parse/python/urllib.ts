import {textBody} from '../body';
import {textFields} from '../fields';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {bodyKind} from '../../../request/mediaTypes';
import {headerText, type ReadCall} from '../readRequest';
import {knownText} from '../text';
import {demandPlain, demandText, fieldOf, isNothing, notKnown, record, type Call} from '../value';

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
  const type = headerText(headers, 'content-type') ?? 'application/x-www-form-urlencoded';
  if (data && data.type !== 'text') {
    throw notKnown(data, at, say('body'));
  }
  return {
    method: isNothing(method) ? (data ? 'POST' : 'GET') : demandPlain(method, at, codePart('method')),
    url: demandText(made ? (args[0] ?? option('url')) : target, at, codePart('url')),
    headers,
    body: data
      ? textBody(
          bodyKind(type) === 'json' && data.indented !== undefined ? data.indented : knownText(data.text),
          type,
        )
      : {type: 'none'},
  };
}
