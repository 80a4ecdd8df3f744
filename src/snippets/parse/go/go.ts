import type {Body, Part} from '../../../request/apiRequest';
import {fileNamed, textBody} from '../body';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {messages} from '../../../words';
import {evaluate, variablesOf, type Dialect, type Script} from '../evaluate';
import {readGo as readStatements} from './goSyntax';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {demandPlain, demandText, encodedText, secretText, type Call, type Value} from '../value';

const say = messages('goCode', {
  noCall: 'There is no http.NewRequest(…) in this code.',
  request: 'What this does to the request is not understood: give it to http.NewRequest, or set a header.',
  body: 'This is not understood as a body: write it as strings.NewReader(…).',
});

/** The request that a program makes with `http.NewRequest`. Throws {@link NotUnderstood} where it makes none. */
export function readGo(code: string): ReadCall {
  const script = evaluate(readStatements(code), dialect);
  const call = script.calls.find(({path}) => /^http\.NewRequest(?:WithContext)?$/.test(path));
  if (!call) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const [method, url, body] = call.path.endsWith('Context') ? call.args.slice(1) : call.args;
  const request = call.variable ?? 'req';
  demandFollowed(script, request);
  const headers = headersOf(script, request);
  const basic = basicOf(script, request);
  return {
    method: demandPlain(method, call.at, codePart('method')),
    url: demandText(url, call.at, codePart('url')),
    headers,
    ...(basic ? {basic} : {}),
    body: bodyOf(body, headerText(headers, 'content-type'), script),
    variables: variablesOf(script),
  };
}

/** Throws {@link NotUnderstood} where something is done to the request that is not read. */
function demandFollowed({calls, members}: Script, request: string): void {
  const isOwn = ({path}: {readonly path: string}): boolean => path.startsWith(`${request}.`);
  const rest = (path: string): string => path.slice(request.length + 1);
  const call = calls.filter(isOwn).find(({path}) => !knownMethods.test(rest(path)));
  const member = members
    .filter(isOwn)
    .find(({path}) => !/^(?:Host|Close|ContentLength|GetBody)$/.test(rest(path)));
  const at = call?.at ?? member?.value.at;
  if (at !== undefined) {
    throw new NotUnderstood(at, say('request'));
  }
}

/** Methods of a request that are read, and those that change nothing. */
const knownMethods =
  /^(?:Header\.(?:Set|Add|Get|Values)|SetBasicAuth|AddCookie|Context|WithContext|Cookies|UserAgent|URL\.\w+|Body\.Close)$/;

function headersOf({calls, members}: Script, request: string): ReadCall['headers'] {
  const host = members.find(({path}) => path === `${request}.Host`);
  return [
    ...calls
      .filter(({path}) => path === `${request}.Header.Set` || path === `${request}.Header.Add`)
      .flatMap(({args: [name, value], at}) =>
        // What a multipart writer gives as its media type is the body's own.
        value?.type === 'call'
          ? []
          : [
              {
                name: demandPlain(name, at, codePart('headerName')),
                value: demandText(value, at, codePart('headerValue')),
              },
            ],
      ),
    ...calls.filter(({path}) => path === `${request}.AddCookie`).map(cookieHeader),
    ...(host ? [{name: 'Host', value: demandText(host.value, host.value.at, codePart('host'))}] : []),
  ];
}

/** `&http.Cookie{Name: "a", Value: "b"}`. */
function cookieHeader({args: [cookie], at}: Call): ReadCall['headers'][number] {
  const member = (name: string): Value | undefined =>
    cookie?.type === 'record' ? cookie.entries.find(entry => entry.name === name)?.value : undefined;
  return {
    name: 'Cookie',
    value: joinText(
      [`${demandPlain(member('Name'), at, codePart('name'))}=`],
      demandText(member('Value'), at, codePart('cookieValue')),
    ),
  };
}

function basicOf({calls}: Script, request: string): Text | undefined {
  const call = calls.find(({path}) => path === `${request}.SetBasicAuth`);
  const [user, password] = call?.args ?? [];
  if (!call || !user) {
    return undefined;
  }
  return user.type === 'call' && user.call.path === 'strings.Cut'
    ? demandText(user.call.args[0], call.at, codePart('userAndPassword'))
    : joinText(
        demandText(user, call.at, codePart('user')),
        [':'],
        demandText(password, call.at, codePart('password')),
      );
}

function bodyOf(value: Value | undefined, mediaType: string | undefined, script: Script): Body {
  if (!value) {
    return {type: 'none'};
  }
  switch (value.type) {
    case 'constant':
      return {type: 'none'};
    case 'text':
      return textBody(knownText(value.text), mediaType ?? 'application/octet-stream');
    case 'file':
      return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(value.name)};
    case 'unknown': {
      const writer = script.calls.find(
        ({path, args: [buffer]}) =>
          path === 'multipart.NewWriter' && buffer?.type === 'unknown' && buffer.name === value.name,
      );
      if (writer && value.name !== undefined) {
        return {type: 'multipart', parts: partsOf(script, writer.variable ?? '')};
      }
      break;
    }
    default:
      break;
  }
  throw new NotUnderstood(value.at, say('body'));
}

function partsOf({calls}: Script, writer: string): readonly Part[] {
  return calls.flatMap((call): Part[] => {
    const [first, second] = call.args;
    switch (call.path) {
      case `${writer}.WriteField`:
        return [
          {
            name: demandPlain(first, call.at, codePart('partName')),
            value: demandPlain(second, call.at, codePart('partValue')),
          },
        ];
      case `${writer}.CreateFormFile`:
        return [
          {
            name: demandPlain(first, call.at, codePart('partName')),
            file: fileNamed(demandPlain(second, call.at, codePart('fileName'))),
          },
        ];
      case `${writer}.CreatePart`:
        return [typedPart(call, calls)];
      default:
        return [];
    }
  });
}

/** A part with a head of its own, and what is written to it afterwards. */
function typedPart(part: Call, calls: readonly Call[]): Part {
  const [head] = part.args;
  const entries = head?.type === 'record' ? head.entries : [];
  const field = (name: string): string | undefined => {
    const value = entries.find(entry => entry.name === name)?.value;
    const [text] = value?.type === 'list' ? value.items : [];
    return text && demandPlain(text, part.at, codePart('partHead'));
  };
  const disposition = field('Content-Disposition') ?? '';
  const name = /; name="([^"]*)"/.exec(disposition)?.[1] ?? '';
  const filename = /; filename="([^"]*)"/.exec(disposition)?.[1];
  const type = field('Content-Type');
  const mediaType = type === undefined ? {} : {mediaType: type};
  const written = calls.find(
    ({path, args: [to]}) => path === 'io.WriteString' && to?.type === 'call' && to.call === part,
  );
  return filename === undefined
    ? {name, value: demandPlain(written?.args[1], part.at, codePart('partContent')), ...mediaType}
    : {name, file: fileNamed(filename), ...mediaType};
}

const dialect: Dialect = {
  name(path, at) {
    const method = /^http\.Method([A-Z][a-z]+)$/.exec(path)?.[1];
    return method === undefined ? undefined : {at, type: 'text', text: [method.toUpperCase()]};
  },
  call({path, args}) {
    const [first] = args;
    switch (path) {
      case 'os.Getenv':
        return first?.type === 'text' ? secretText(first.at, {env: knownText(first.text)}) : undefined;
      case 'url.QueryEscape':
        return first && encodedText(first, 'percent', encodeURIComponent);
      case 'strings.NewReader':
      case 'bytes.NewReader':
      case 'bytes.NewBufferString':
      case 'bytes.NewBuffer':
        return first;
      case 'os.Open':
        return first?.type === 'text' ? {at: first.at, type: 'file', name: knownText(first.text)} : undefined;
      default:
        return undefined;
    }
  },
  changed(held, method) {
    switch (held.type) {
      case 'record':
      case 'list':
        return /^(?:Get|Values)$/.test(method) ? held : undefined;
      case 'text':
      case 'number':
      case 'constant':
      case 'file':
      case 'call':
      case 'unknown':
        return held;
    }
  },
};
