import type {Body, HeaderField, Part} from '../../../request/apiRequest';
import {fileNamed, textBody} from '../body';
import {headerText, type ReadCall} from '../readRequest';
import {joinText, knownText, type Text} from '../text';
import {messages} from '../../../words';
import {encodedForm} from '../../snippet';
import {evaluate, variablesOf} from '../evaluate';
import {formFields, textFields} from '../fields';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {pythonDialect} from './pythonDialect';
import {mergedRecord, methods, sessionFields} from './pythonSession';
import {readPython as readStatements} from './pythonSyntax';
import {demandPlain, demandText, type Call, type Field, type Value} from '../value';

const say = messages('pythonCode', {
  noCall: 'There is no call such as requests.get(…) in this code.',
  body: 'This is not understood as a body: write it as a text, a dict or json=….',
  arguments: 'These arguments are not understood: write them out by name.',
});

/** The call of `requests` in a script. Throws {@link NotUnderstood} where there is none that can be read. */
export function readPython(code: string): ReadCall {
  const script = evaluate(readStatements(code), pythonDialect);
  const call = script.calls.find(isRequest);
  const verb = methods.exec(call?.path ?? '')?.[1];
  if (!call || verb === undefined) {
    throw new NotUnderstood(0, say('noCall'));
  }
  if (call.unclear !== undefined) {
    throw new NotUnderstood(call.unclear, say('arguments'));
  }
  const [first, second, ...further] = call.args;
  const [method, target, positional, ...rest] =
    verb === 'request' ? call.args : [undefined, first, second, ...further];
  const surplus = takesData(verb) ? rest[1] : rest[0];
  if (surplus) {
    throw new NotUnderstood(surplus.at, say('arguments'));
  }
  const session = sessionFields(script, call);
  const named = (name: string): Value | undefined =>
    [...session, ...call.named].findLast(field => field.name === name)?.value;
  const headers = [
    ...textFields(mergedRecord([...session, ...call.named], 'headers'), codePart('headerValue')),
    ...cookieHeader(named('cookies')),
  ];
  const auth = named('auth');
  const verbGiven = method ?? (verb === 'request' ? named('method') : undefined);
  const parameters = named('params') ?? (takesData(verb) ? undefined : positional);
  return {
    method: verbGiven ? demandPlain(verbGiven, call.at, codePart('method')) : verb,
    url: withParameters(demandText(target ?? named('url'), call.at, codePart('url')), parameters),
    headers,
    ...(auth ? {basic: basicText(auth)} : {}),
    body: bodyOf(
      name => (name === 'json' ? (named('json') ?? (takesData(verb) ? rest[0] : undefined)) : named(name)),
      takesData(verb) ? positional : undefined,
      headerText(headers, 'content-type'),
    ),
    variables: variablesOf(script),
  };
}

/** Whether the second argument is the body; for others it holds the parameters. */
function takesData(verb: string): boolean {
  return verb === 'post' || verb === 'put' || verb === 'patch';
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
    return {type: 'json', mediaType: mediaType ?? 'application/json', text: jsonOfLiteral(json)};
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
