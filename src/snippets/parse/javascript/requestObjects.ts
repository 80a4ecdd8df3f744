import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, type Text} from '../text';
import {demandPlain, fieldOf, isNothing, notKnown, type Call, type Done, type Value} from '../value';
import {fetchBody, fetchMethod} from './node';
import {demandJs, headerPairs} from './webObjects';

const say = messages('requestObjects', {
  change: 'This change to the request cannot be read. Write the request with fetch.',
});

type Request = Omit<ReadCall, 'variables'>;

/** The request of `xhr.send(body)`, after all that was done to the object. */
export function xhrRequest({of, args: [body], at}: Call): Request {
  const log = of?.type === 'call' ? of.log : [];
  const opened = log.findLastIndex(({path}) => path === 'open');
  const [method, url, , user] = log[opened]?.call?.args ?? [];
  const headers = log.slice(opened + 1).flatMap((done): ReadCall['headers'] => {
    const [name, value] = done.call?.args ?? [];
    if (done.path === 'setRequestHeader') {
      return [
        {
          name: demandPlain(name, done.at, codePart('headerName')),
          value: demandJs(value, done.at, codePart('headerValue')),
        },
      ];
    }
    return allowed(done, /^(?:addEventListener|overrideMimeType)$/);
  });
  if (user) {
    throw new NotUnderstood(user.at, say('change'));
  }
  const verb = fetchMethod(demandPlain(method, at, codePart('method')));
  const isSent = !/^(?:GET|HEAD)$/.test(verb);
  return {
    method: verb,
    url: demandJs(url, at, codePart('url')),
    headers,
    body: fetchBody(isSent ? body : undefined, headerText(headers, 'content-type')),
  };
}

/** The request of `https.get(…)`, or of `https.request(…)` when it ends. */
export function moduleRequest(call: Call): Request {
  const made = call.of?.type === 'call' ? call.of : undefined;
  const {args, path, at} = made?.call ?? call;
  const [first, second] = args;
  const isUrl = first?.type === 'text' || first?.type === 'call';
  const options = isUrl ? second : first;
  if (options && options.type !== 'record' && (options.type !== 'unknown' || !isUrl)) {
    throw notKnown(options, at, say('change'));
  }
  const written: Value[] = (made?.log ?? []).flatMap(done =>
    done.path === 'write'
      ? (done.call?.args.slice(0, 1) ?? [])
      : allowed(done, /^(?:on|once|setTimeout|end)$/),
  );
  const bodies = [...written, ...(made ? call.args.slice(0, 1) : [])].filter(
    value => value.type !== 'unknown',
  );
  const headers = headerPairs(fieldOf(options, 'headers'));
  const method = fieldOf(options, 'method');
  const type = headerText(headers, 'content-type');
  if (bodies.length > 1 || fieldOf(options, 'auth')) {
    throw new NotUnderstood(at, say('change'));
  }
  return {
    method: isNothing(method) ? 'GET' : demandPlain(method, at, codePart('method')),
    url: isUrl ? demandJs(first, at, codePart('url')) : urlIn(options, /https/.test(path), at),
    headers,
    body: fetchBody(bodies[0], type),
    isTypeless: type === undefined,
  };
}

function urlIn(options: Value | undefined, isSecure: boolean, at: number): Text {
  const part = (name: string): Text | undefined => {
    const value = fieldOf(options, name);
    return isNothing(value) ? undefined : demandJs(value, at, codePart('url'));
  };
  const port = part('port');
  return joinText(
    part('protocol') ?? [isSecure ? 'https:' : 'http:'],
    ['//'],
    part('hostname') ?? part('host') ?? ['localhost'],
    port ? joinText([':'], port) : [],
    part('path') ?? [],
  );
}

/** Nothing comes of what is done to the object beside, such as listening to it. */
function allowed(done: Done<Value>, calls: RegExp): [] {
  if (done.call && !calls.test(done.path)) {
    throw new NotUnderstood(done.at, say('change'));
  }
  return [];
}
