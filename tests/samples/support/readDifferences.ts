import type {ApiRequest} from '../../../src/request/apiRequest';
import {encodeForUrl} from '../../../src/request/percentEncoding';
import type {Recorded} from './recordingServer';
import {expectedHeaders, wireDifferences, type Files} from './wireEquality';

/** What clients send without being told. */
const OF_CLIENTS =
  /^(?:host: .*|connection: .*|content-length: .*|transfer-encoding: .*|expect: .*|accept-encoding: (?!gzip, deflate$).*|accept-encoding: gzip, deflate|accept: \*\/\*|accept-language: \*|sec-fetch-mode: cors|user-agent: (?:node|undici|python-requests|python-urllib3?|go-http-client|curl)\b.*)$/i;

/**
 * How a request that was read from a program differs from the one that the program sent: in what either has. Two ways of
 * encoding the same are no difference.
 */
export function readDifferences(request: ApiRequest, recorded: Recorded, files: Files): readonly string[] {
  const sent = {
    ...recorded,
    target: comparable(encodeForUrl(Buffer.from(recorded.target, 'latin1').toString('utf8'), false)),
  };
  const names = new Set(expectedHeaders(request).map(({name}) => name.toLowerCase()));
  const unread = recorded.headers
    .filter(([name, value]) => !names.has(name.toLowerCase()) && !OF_CLIENTS.test(`${name}: ${value}`))
    .filter(([name]) => request.body.type === 'none' || name.toLowerCase() !== 'content-type');
  return [
    ...wireDifferences(asSent(request, recorded), sent, files),
    ...unread.map(([name, value]) => `not read: ${name}: ${value}`),
  ];
}

/** The request with what is left to the client as the client chose it: how a form is encoded, the type of a file. */
function asSent(request: ApiRequest, recorded: Recorded): ApiRequest {
  const {body} = request;
  const sentType = recorded.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const text = recorded.body.toString();
  const isSame =
    (body.type === 'form' && JSON.stringify(body.fields) === JSON.stringify(fieldsOf(text))) ||
    (body.type === 'text' && body.text.replaceAll('%20', '+') === text);
  return {
    ...request,
    url: comparable(request.url),
    body:
      body.type === 'file' && sentType === undefined
        ? {...body, mediaType: ''}
        : isSame
          ? {type: 'text', mediaType: body.mediaType, text}
          : body,
  };
}

function fieldsOf(text: string): ApiRequest['headers'] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({name, value}));
}

/** A space in a query has two ways to be encoded, as have the digits of each code and what may stand there as it is. */
function comparable(url: string): string {
  const [address = '', ...query] = url.replace(/%[\da-f]{2}/gi, code => code.toUpperCase()).split('?');
  return [
    address,
    ...query.map(text => text.replace(/%(?:24|2C|3A)/g, decodeURIComponent).replaceAll('+', '%20')),
  ].join('?');
}
