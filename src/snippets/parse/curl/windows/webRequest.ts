import type {Body, Part} from '../../../../request/apiRequest';
import {encodeAll} from '../../../../request/percentEncoding';
import {messages} from '../../../../words';
import {fileNamed, textBody} from '../../body';
import {NotUnderstood} from '../../notUnderstood';
import {headerText, type ReadCall} from '../../readRequest';
import {joinText, knownText, type Text} from '../../text';
import {isWebRequest} from '../dialect';
import {expression, refuse, take, textOf, type Cursor, type PowershellValue} from './powershellValue';
import {statement} from './powershellStatement';

const say = messages('webRequest', {
  further: 'Only the first request is read.',
  noUrl: 'The command has no URL.',
  leftOut: '-{name} is ignored, because the form cannot represent it.',
  noType: 'PowerShell sends no media type for this body; here it is sent as {mediaType}.',
});

const call = /(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)(?![\w-])/iy;

const parameters = [
  ...'uri method custommethod headers body contenttype useragent websession infile outfile form'.split(' '),
  ...'credential authentication token certificate proxy transferencoding'.split(' '),
  ...'timeoutsec maximumredirection sessionvariable erroraction statuscodevariable maximumretrycount'.split(
    ' ',
  ),
  ...'responseheadersvariable retryintervalsec sslprotocol httpversion outvariable'.split(' '),
];
const beyondForms = new Set([
  'credential',
  'authentication',
  'token',
  'certificate',
  'proxy',
  'transferencoding',
]);
const switches =
  /^(?:usebasicparsing|skipcertificatecheck|disablekeepalive|passthru|skipheadervalidation|skiphttperrorcheck|resume|verbose|followrellink|preserveauthorizationonredirect|allowunencryptedauthentication)$/;

/** The call that `Invoke-RestMethod` or `Invoke-WebRequest` makes, with the variables that were set before. Throws {@link NotUnderstood}. */
export function webRequest(source: string, note: (sentence: string) => void): ReadCall {
  const cursor: Cursor = {source, position: 0, variables: new Map(), unknown: []};
  for (;;) {
    take(cursor, /(?:\s|;|<#[\s\S]*?#>|#[^\n]*|PS [^>\n]*>|try\s*\{|\()+/y);
    if (cursor.position >= source.length) {
      throw new NotUnderstood(0, say('noUrl'));
    }
    const assigned = /^\$(\w+)\s*=\s*$/.exec(take(cursor, /\$\w+\s*=\s*/y))?.[1];
    if (take(cursor, call) !== '') {
      const read = callOf(argumentsOf(cursor), cursor, note);
      if (isWebRequest(source.slice(cursor.position))) {
        note(say('further'));
      }
      return read;
    }
    if (assigned !== undefined) {
      const session = take(cursor, /New-Object[ \t]+Microsoft\.PowerShell\.Commands\.WebRequestSession/iy);
      cursor.variables.set(
        assigned.toLowerCase(),
        session === '' ? expression(cursor) : {type: 'record', entries: new Map()},
      );
      continue;
    }
    statement(cursor);
  }
}

type Arguments = ReadonlyMap<string, PowershellValue>;

function argumentsOf(cursor: Cursor): Arguments {
  const given = new Map<string, PowershellValue>();
  for (;;) {
    take(cursor, /(?:[ \t]|`[ \t]*\r?\n)+/y);
    const splat = take(cursor, /@\w+/y).slice(1);
    const record = cursor.variables.get(splat.toLowerCase());
    if (splat !== '') {
      if (record?.type !== 'record') {
        return refuse(cursor);
      }
      record.entries.forEach((value, name) => given.set(fullName(name), value));
      continue;
    }
    const name = take(cursor, /-[A-Za-z]+:?/y).replace(/^-|:$/g, '');
    if (
      name === '' &&
      (cursor.position >= cursor.source.length || /[\r\n;|)}]/.test(cursor.source.charAt(cursor.position)))
    ) {
      return given;
    }
    if (switches.test(name.toLowerCase())) {
      take(cursor, /\$\w+/y);
      continue;
    }
    take(cursor, /[ \t]+/y);
    given.set(name === '' ? 'uri' : fullName(name), argument(cursor));
  }
}

/** A name may be shortened as long as one parameter alone starts so. */
function fullName(name: string): string {
  const [only = name.toLowerCase(), ...others] = parameters.filter(one => one.startsWith(name.toLowerCase()));
  return others.length === 0 ? only : name.toLowerCase();
}

/** A value, or a word without quotes, in which variables stand for what they hold. */
function argument(cursor: Cursor): PowershellValue {
  const bare = take(cursor, /(?!-?\d+[\s)])[\w./:?=&%~-]+(?=[\s;|)]|$)/y);
  if (bare !== '') {
    return {type: 'text', text: [bare]};
  }
  const value = expression(cursor);
  return cursor.position < cursor.source.length && !/[\s;|)}`]/.test(cursor.source.charAt(cursor.position))
    ? refuse(cursor)
    : value;
}

function callOf(given: Arguments, cursor: Cursor, note: (sentence: string) => void): ReadCall {
  const text = (name: string): Text | undefined => {
    const value = given.get(name);
    return value && textOf(value, cursor);
  };
  const uri = text('uri');
  if (!uri) {
    throw new NotUnderstood(cursor.position, say('noUrl'));
  }
  for (const name of given.keys()) {
    if (beyondForms.has(name) || !parameters.includes(name)) {
      note(say('leftOut', {name}));
    }
  }
  const session = given.get('websession');
  const kept = session?.type === 'record' ? session.entries : new Map<string, PowershellValue>();
  const headers = [
    ...headersOf(given.get('headers'), cursor),
    ...[text('useragent') ?? optionalText(kept.get('UserAgent'), cursor)].flatMap(value =>
      value ? [{name: 'User-Agent', value}] : [],
    ),
    ...[optionalText(kept.get('cookie'), cursor)].flatMap(value => (value ? [{name: 'Cookie', value}] : [])),
  ];
  const method = knownText(text('custommethod') ?? text('method') ?? ['GET']).toUpperCase();
  const body = given.get('body');
  const isInQuery = method === 'GET' && body?.type === 'record';
  const output = text('outfile');
  return {
    method,
    url: isInQuery ? withQuery(completeUrl(uri), body.entries, cursor) : completeUrl(uri),
    headers,
    body: isInQuery
      ? {type: 'none'}
      : bodyOf(given, method, textContentType(text('contenttype'), headers), cursor, note),
    variables: cursor.unknown,
    ...(output ? {expects: {type: 'file', name: knownText(output)}} : {}),
  };
}

function optionalText(value: PowershellValue | undefined, cursor: Cursor): Text | undefined {
  return value && textOf(value, cursor);
}

function headersOf(value: PowershellValue | undefined, cursor: Cursor): ReadCall['headers'][number][] {
  if (!value) {
    return [];
  }
  return value.type === 'record'
    ? [...value.entries].map(([name, entry]) => ({name, value: textOf(entry, cursor)}))
    : refuse(cursor);
}

function textContentType(given: Text | undefined, headers: ReadCall['headers']): string | undefined {
  return given ? knownText(given) : headerText(headers, 'content-type');
}

function completeUrl(uri: Text): Text {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(knownText(uri)) ? uri : joinText(['http://'], uri);
}

function withQuery(url: Text, entries: ReadonlyMap<string, PowershellValue>, cursor: Cursor): Text {
  const query = [...entries]
    .map(([name, value]) => `${encodeAll(name)}=${encodeAll(knownText(textOf(value, cursor)))}`)
    .join('&');
  return joinText(url, [knownText(url).includes('?') ? '&' : '?', query]);
}

function bodyOf(
  given: Arguments,
  method: string,
  mediaType: string | undefined,
  cursor: Cursor,
  note: (sentence: string) => void,
): Body {
  const form = given.get('form');
  if (form) {
    return form.type === 'record'
      ? {
          type: 'multipart',
          parts: [...form.entries].map(([name, value]): Part =>
            value.type === 'file'
              ? {name, file: fileNamed(value.path, value.path.replace(/^.*[/\\]/s, ''))}
              : {name, value: knownText(textOf(value, cursor))},
          ),
        }
      : refuse(cursor);
  }
  const file = given.get('infile');
  const body = given.get('body');
  if (!file && !body) {
    return {type: 'none'};
  }
  const sentAs = mediaType ?? 'application/x-www-form-urlencoded';
  if (mediaType === undefined && (method !== 'POST' || file)) {
    note(say('noType', {mediaType: sentAs}));
  }
  if (file) {
    return {type: 'file', mediaType: sentAs, file: fileNamed(knownText(textOf(file, cursor)))};
  }
  return body?.type === 'record'
    ? {
        type: 'form',
        mediaType: sentAs,
        fields: [...body.entries].map(([name, value]) => ({name, value: knownText(textOf(value, cursor))})),
      }
    : textBody(body ? knownText(textOf(body, cursor)) : '', sentAs);
}
