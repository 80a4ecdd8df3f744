import type {Body, HeaderField, Part} from '../../../request/apiRequest';
import {fileNamed, bodyOfText} from '../body';
import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {follow} from '../program/follow';
import {plainPairs, withPairs, type Pair as Named} from '../query';
import {headerText, type ReadCall} from '../readRequest';
import {browserUrl} from '../sendableUrl';
import {knownText} from '../text';
import {
  demandPlain,
  fieldOf,
  isNothing,
  notKnown,
  record,
  type Call,
  type Field,
  type Made,
  type Value,
} from '../value';
import {axiosRequest} from './axios';
import {readJavaScript} from './javascriptSyntax';
import {gotRequest} from './got';
import {clientOf, nodeDialect} from './nodeDialect';
import {moduleRequest, xhrRequest} from './requestObjects';
import {demandJs, demandOptions, formParts, headerPairs, searchPairs} from './webObjects';

const say = messages('nodeCode', {
  noCall: 'There is no call to fetch, axios, got, ky or XMLHttpRequest in this code.',
  options: 'The options of fetch cannot be read. Write them out as an object.',
  request: 'This change to the Request cannot be read. Write its options out in the call of fetch.',
  body: 'This cannot be read as a body. Write it as a string or JSON.stringify(…).',
  ownHeaders: 'The option {name} makes fetch send further headers. They are left out.',
  unknownBody: 'The result of {name} cannot be read as a body.',
});

/** The first request of a script. Throws {@link NotUnderstood} where there is none that can be read. */
export function readNode(code: string): ReadCall {
  const followed = follow(readJavaScript(code), nodeDialect);
  if (!followed) {
    throw new NotUnderstood(0, say('noCall'));
  }
  const {call, ...rest} = followed;
  const {notes = [], ...request} = requestOf(call);
  return {...request, url: browserUrl(request.url), ...rest, notes: [...notes, ...rest.notes]};
}

type Request = Omit<ReadCall, 'variables'>;

function requestOf(call: Call): Request {
  switch (clientOf(call)) {
    case 'axios':
      return axiosRequest(call);
    case 'got':
      return gotRequest(call);
    case 'object':
      return call.path.startsWith('XML') ? xhrRequest(call) : moduleRequest(call);
    case 'fetch':
    case undefined:
      return call.path === 'undici.request' ? undiciRequest(call) : fetchRequest(call);
  }
}

function fetchRequest({args: [target, init], at}: Call): Request {
  if (target?.type === 'call' && target.call.path === 'Request') {
    const [url, options] = target.call.args;
    const own = optionsOf(options, at);
    const [change] = target.log;
    // Other headers take away the type that the body gave to the first ones.
    if (
      change ||
      (fieldOf(own, 'body') && fieldOf(init, 'headers')) ||
      (url?.type === 'call' && url.call.path === 'Request')
    ) {
      throw new NotUnderstood(change?.at ?? at, say('request'));
    }
    return fetchRequest({
      ...target.call,
      args: url
        ? [
            url,
            record([...(own?.type === 'record' ? own.entries : []), ...entriesOf(optionsOf(init, at))], at),
          ]
        : [],
    });
  }
  const options = optionsOf(init, at);
  const headers = headerPairs(fieldOf(options, 'headers'));
  const given = fieldOf(options, 'method');
  const method = isNothing(given) ? 'GET' : demandPlain(given, at, codePart('method'));
  const body = fieldOf(options, 'body');
  return {
    method: fetchMethod(method),
    url: demandJs(target, at, codePart('url')),
    headers,
    body: fetchBody(body, headerText(headers, 'content-type')),
    isTypeless: body?.type === 'file' && body.mediaType === undefined && !headerText(headers, 'content-type'),
    notes: [
      ...(/^(?:no-store|reload|no-cache)$/.test(textOf(options, 'cache')) ? ['cache'] : []),
      ...(/^https?:/.test(textOf(options, 'referrer')) ? ['referrer'] : []),
    ].map(name => say('ownHeaders', {name})),
  };
}

/** `request` of undici, which gives no body a media type of its own but a form. */
function undiciRequest({args: [target, given], at}: Call): Request {
  const fields = demandOptions(given, /^(?:method|headers|body|query|signal|\w+Timeout|throwOnError)$/, at);
  const option = (name: string): Value | undefined => fields.findLast(field => field.name === name)?.value;
  const method = option('method');
  const headers = headerPairs(option('headers'));
  const query = option('query');
  const url = demandJs(target, at, codePart('url'));
  const type = headerText(headers, 'content-type');
  return {
    method: isNothing(method) ? 'GET' : demandPlain(method, at, codePart('method')),
    url: query?.type === 'record' ? withPairs(url, listedPairs(query.entries)) : url,
    headers,
    body: fetchBody(option('body'), type),
    isTypeless: type === undefined,
  };
}

/** Of a list, each value stands under the name. */
function listedPairs(entries: readonly Field[]): readonly Named[] {
  return entries.flatMap(({name, value}) =>
    (value.type === 'list' ? value.items : [value]).map(one => ({
      name,
      value: demandJs(one, one.at, codePart('formFields')),
    })),
  );
}

/** Browsers write the usual methods in capitals, and leave others as they are. */
export function fetchMethod(method: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}

function textOf(options: Value | undefined, name: string): string {
  const value = fieldOf(options, name);
  return value?.type === 'text' ? knownText(value.text) : '';
}

function entriesOf(value: Value | undefined): Extract<Value, {readonly type: 'record'}>['entries'] {
  return value?.type === 'record' ? value.entries : [];
}

function optionsOf(options: Value | undefined, at: number): Value | undefined {
  if (isNothing(options) || options?.type === 'record') {
    return options;
  }
  throw notKnown(options, at, say('options'));
}

/** The body of a request of fetch, or of what has its kinds of bodies. */
export function fetchBody(value: Value | undefined, mediaType: string | undefined): Body {
  if (!value) {
    return {type: 'none'};
  }
  switch (value.type) {
    case 'constant':
      if (isNothing(value)) {
        return {type: 'none'};
      }
      break;
    case 'text':
      return bodyOfText(value, mediaType ?? 'text/plain;charset=UTF-8');
    case 'file':
      return {
        type: 'file',
        mediaType: mediaType ?? value.mediaType ?? 'application/octet-stream',
        file: fileNamed(value.name),
      };
    case 'call':
      return madeBody(value, mediaType);
    default:
      break;
  }
  throw notKnown(value, value.at, say('body'));
}

function madeBody(made: Made<Value>, mediaType: string | undefined): Body {
  const [first] = made.call.args;
  switch (made.call.path) {
    case 'URLSearchParams':
      return {
        type: 'form',
        mediaType: mediaType ?? 'application/x-www-form-urlencoded;charset=UTF-8',
        fields: plainPairs(searchPairs(made)),
      };
    case 'FormData':
    case 'form-data':
      return {type: 'multipart', parts: formParts(made)};
    case 'Blob':
      return mediaType?.startsWith('multipart/form-data') === true
        ? {type: 'multipart', parts: writtenParts(first)}
        : blobBody(made, mediaType);
    default:
      throw new NotUnderstood(made.at, say('unknownBody', {name: made.call.path}));
  }
}

function blobBody({call: {args}, at}: Made<Value>, mediaType: string | undefined): Body {
  const [content, options] = args;
  const [only, ...others] = content?.type === 'list' ? content.items : [];
  const type = fieldOf(options, 'type');
  if (!only || others.length > 0) {
    throw new NotUnderstood(at, say('body'));
  }
  return fetchBody(
    only,
    mediaType ?? (type ? demandPlain(type, at, codePart('mediaType')) : 'application/octet-stream'),
  );
}

/** What a head says beside name and media type. */
function headersOfHead(head: string): readonly HeaderField[] {
  return head.split('\r\n').flatMap(line => {
    const [, name, value = ''] = /^([^\s:]+): (.*)$/.exec(line) ?? [];
    return name === undefined || /^Content-(?:Disposition|Type)$/i.test(name) ? [] : [{name, value}];
  });
}

/** Parts written out with their heads, in threes: head, content, line end; then the end of the body. */
function writtenParts(value: Value | undefined): readonly Part[] {
  const items = value?.type === 'list' ? value.items : [];
  const parts: Part[] = [];
  for (let index = 0; index + 2 < items.length; index += 3) {
    const head = demandPlain(items[index], value?.at ?? 0, codePart('partHead'));
    const content = items[index + 1];
    const name = /; name="([^"]*)"/.exec(head)?.[1] ?? '';
    const filename = /; filename="([^"]*)"/.exec(head)?.[1];
    const type = /\r\nContent-Type: ([^\r]*)/i.exec(head)?.[1];
    const own = headersOfHead(head);
    const headers = own.length === 0 ? {} : {headers: own};
    const mediaType = {...(type === undefined ? {} : {mediaType: type}), ...headers};
    parts.push(
      filename === undefined
        ? {name, value: demandPlain(content, value?.at ?? 0, codePart('partContent')), ...mediaType}
        : {name, file: fileNamed(filename), ...(type === 'application/octet-stream' ? headers : mediaType)},
    );
  }
  return parts;
}
