import type {Body, HeaderField, Part} from '../../request/apiRequest';
import {fileNamed, textBody} from '../../request/parse/curlBody';
import {headerText, type ReadCall} from '../../request/parse/readRequest';
import {joinText, knownText, type Text} from '../../request/parse/text';
import {messages} from '../../words';
import {encodedForm} from '../snippet';
import {
  demandPlain,
  demandText,
  encodedText,
  evaluate,
  secretText,
  variablesOf,
  type Call,
  type Dialect,
  type Field,
  type Value,
} from './evaluate';
import {formFields, textFields} from './fields';
import {jsonText} from './jsonText';
import {NotUnderstood} from './notUnderstood';
import {codePart} from './parts';
import {readPython as readStatements} from './pythonSyntax';

const say = messages('pythonCode', {
  noCall: 'There is no call such as requests.get(…) in this code.',
  body: 'This is not understood as a body: write it as a text, a dict or json=….',
});

const methods = /(?:^|\.)(get|post|put|patch|delete|head|options|request)$/;

/** The call of `requests` in a script. Throws {@link NotUnderstood} where there is none that can be read. */
export function readPython(code: string): ReadCall {
  const script = evaluate(readStatements(code), dialect);
  const call = script.calls.find(isRequest);
  const verb = methods.exec(call?.path ?? '')?.[1];
  if (!call || verb === undefined) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const args = verb === 'request' ? call.args.slice(1) : call.args;
  const named = (name: string): Value | undefined => call.named.findLast(field => field.name === name)?.value;
  const method = verb === 'request' ? (call.args[0] ?? named('method')) : undefined;
  const headers = [
    ...textFields(named('headers'), codePart('headerValue')),
    ...cookieHeader(named('cookies')),
  ];
  const auth = named('auth');
  return {
    method: method ? demandPlain(method, call.at, codePart('method')) : verb,
    url: withParameters(demandText(args[0] ?? named('url'), call.at, codePart('url')), named('params')),
    headers,
    ...(auth ? {basic: basicText(auth)} : {}),
    body: bodyOf(named, args[1], headerText(headers, 'content-type')),
    variables: variablesOf(script),
  };
}

/** `requests.post(…)`, and the same of a session or of httpx. */
function isRequest({path, of}: Call): boolean {
  return (
    /^(?:requests|httpx)\.(?:get|post|put|patch|delete|head|options|request)$/.test(path) ||
    (methods.test(path) && of?.type === 'call' && /(?:^|\.)(?:Session|session|Client)$/.test(of.call.path))
  );
}

function withParameters(url: Text, value: Value | undefined): Text {
  if (!value) {
    return url;
  }
  const query = value.type === 'text' ? knownText(value.text) : encodedForm(formFields(value));
  return query === '' ? url : joinText(url, [knownText(url).includes('?') ? '&' : '?', query]);
}

function cookieHeader(value: Value | undefined): ReadCall['headers'] {
  const cookies = textFields(value, codePart('cookieValue'));
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
      : auth.type === 'call' && /HTTPBasicAuth$/.test(auth.call.path)
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
    inner?.type === 'call' && /\.split$/.test(inner.call.path) ? inner.call.of : auth,
    auth.at,
    codePart('userAndPassword'),
  );
}

function bodyOf(
  named: (name: string) => Value | undefined,
  positional: Value | undefined,
  mediaType: string | undefined,
): Body {
  const json = named('json');
  if (json) {
    return {type: 'json', mediaType: mediaType ?? 'application/json', text: jsonText(json)};
  }
  const data = named('data') ?? named('content') ?? positional;
  const files = named('files');
  if (files && !(files.type === 'list' && files.items.length === 0) && !isEmpty(files)) {
    return {type: 'multipart', parts: [...dataFields(data), ...fileFields(files)]};
  }
  if (!data) {
    return {type: 'none'};
  }
  switch (data.type) {
    case 'constant':
      return {type: 'none'};
    case 'text':
      return textBody(knownText(data.text), mediaType ?? 'text/plain');
    case 'file':
      return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(data.name)};
    case 'record':
    case 'list':
      return isEmpty(data)
        ? {type: 'none'}
        : {
            type: 'form',
            mediaType: mediaType ?? 'application/x-www-form-urlencoded',
            fields: formFields(data),
          };
    default:
      throw new NotUnderstood(data.at, say('body'));
  }
}

function isEmpty(value: Value): boolean {
  return value.type === 'record' && value.entries.length === 0;
}

function dataFields(data: Value | undefined): readonly HeaderField[] {
  return data && data.type !== 'constant' ? formFields(data) : [];
}

/** `files=` as a dict or a list of pairs: a file, or a tuple of file name, content and media type. */
function fileFields(files: Value): readonly Part[] {
  const pairs: readonly Pick<Field, 'name' | 'value'>[] =
    files.type === 'record'
      ? files.entries
      : files.type === 'list'
        ? files.items.flatMap(item => {
            const [name, value] = item.type === 'list' ? item.items : [];
            return name && value ? [{name: demandPlain(name, item.at, codePart('partName')), value}] : [];
          })
        : [];
  return pairs.map(({name, value}) => partOf(name, value));
}

function partOf(name: string, value: Value): Part {
  const [filename, content, type] = value.type === 'list' ? value.items : [undefined, value, undefined];
  const mediaType = type ? {mediaType: demandPlain(type, value.at, codePart('mediaType'))} : {};
  if (content?.type === 'file') {
    const sentAs = filename?.type === 'text' ? knownText(filename.text) : content.name;
    return {name, file: fileNamed(sentAs), ...mediaType};
  }
  return {name, value: demandPlain(content, value.at, codePart('partContent')), ...mediaType};
}

const dialect: Dialect = {
  name(path, at) {
    const env = /^(?:os\.)?environ\.(\w+)$/.exec(path)?.[1];
    return env === undefined ? undefined : secretText(at, {env});
  },
  call({path, args, of, named}) {
    const [first, second] = args;
    switch (path) {
      case 'os.environ.get':
      case 'environ.get':
      case 'os.getenv':
      case 'getenv':
        return first?.type === 'text'
          ? secretText(first.at, {
              env: knownText(first.text),
              ...(second?.type === 'text' ? {fallback: knownText(second.text)} : {}),
            })
          : undefined;
      case 'json.dumps':
        return first && {at: first.at, type: 'text', text: [jsonText(first)]};
      case 'dict':
        return first ?? {at: 0, type: 'record', entries: named};
      case 'str':
        return first?.type === 'text' ? first : undefined;
      case 'open':
        return first?.type === 'text' ? {at: first.at, type: 'file', name: knownText(first.text)} : undefined;
    }
    if (/(?:^|\.)quote(?:_plus)?$/.test(path)) {
      return first && encodedText(first, 'percent', encodeURIComponent);
    }
    if (/\.read$/.test(path) && of?.type === 'file') {
      return of;
    }
    return /\.(?:encode|decode|strip)$/.test(path) && of?.type === 'text' ? of : undefined;
  },
};
