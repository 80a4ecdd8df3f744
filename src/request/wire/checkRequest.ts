import {isToken} from '../../api/http/token';
import {messages} from '../../words';
import type {ApiRequest, Body, RequestProblem} from '../apiRequest';
import {halfCharacter} from '../percentEncoding';

const say = messages('requestCheck', {
  headerName: '{name} is not a header name. Use letters, digits and hyphens.',
  method: '{method} is not a method. Use letters, such as POST.',
  url: '{url} is not a URL that starts with https:// or http://.',
  urlUser: 'A URL must not contain a user name or a password, because both would be exposed.',
  urlCharacter: 'The URL contains a character that must be percent-encoded.',
  headerLines: 'A header value is a single line. Remove the line break.',
  headerAscii: 'Header values are limited to ASCII, because clients disagree on anything else.',
  headerSpaces: 'Spaces around a header value are lost. Remove them.',
  partName:
    'The name {name} cannot contain a quote, a backslash or a line break, because clients disagree on them.',
});

/** What prevents any client from sending a request, with addresses; empty if it can be sent. */
export function checkRequest(request: ApiRequest): readonly RequestProblem[] {
  return [
    ...checkMethod(request.method),
    ...checkUrl(request.url),
    ...request.headers.flatMap(({name, value}, index) => [
      ...(isToken(name)
        ? []
        : [
            {
              at: `headers/${index}/name`,
              message: say('headerName', {name: JSON.stringify(name)}),
            },
          ]),
      ...checkFieldValue(value, `headers/${index}/value`),
    ]),
    ...request.credentials.flatMap((credential, index) =>
      checkFieldValue(credential.value, `credentials/${index}`),
    ),
    ...checkBody(request.body),
  ];
}

function checkMethod(method: string): RequestProblem[] {
  return isToken(method) ? [] : [{at: 'method', message: say('method', {method: JSON.stringify(method)})}];
}

function checkUrl(url: string): RequestProblem[] {
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) {
    return [{at: 'url', message: say('url', {url: JSON.stringify(url)})}];
  }
  const {username, password} = new URL(url);
  if (username !== '' || password !== '') {
    return [{at: 'url', message: say('urlUser')}];
  }
  // Brackets and braces too: some clients encode them, others treat them as patterns.
  const afterOrigin = url.replace(/^https?:\/\/[^/?#]*/i, '');
  return /[^\x21-\x7e]|[<>"\\^`#[\]{}|]/.test(afterOrigin) ? [{at: 'url', message: say('urlCharacter')}] : [];
}

/** RFC 9110 §5.5: one line of visible characters. Clients only agree on ASCII. */
function checkFieldValue(value: string, at: string): RequestProblem[] {
  if (/[\r\n\0]/.test(value)) {
    return [{at, message: say('headerLines')}];
  }
  if (/[^\t\x20-\x7e]/.test(value)) {
    return [{at, message: say('headerAscii')}];
  }
  return value === value.trim() ? [] : [{at, message: say('headerSpaces')}];
}

function checkBody(body: Body): RequestProblem[] {
  switch (body.type) {
    case 'none':
    case 'file':
      return [];
    case 'json':
    case 'text':
      return checkText(body.text, 'body');
    case 'form':
      return body.fields.flatMap(({name, value}, index) => [
        ...checkText(name, `body/parts/${index}`),
        ...checkText(value, `body/parts/${index}`),
      ]);
    case 'multipart':
      return body.parts.flatMap((part, index) => {
        const at = `body/parts/${index}`;
        return [
          ...checkPartName(part.name, at),
          ...('file' in part ? checkPartName(part.file.name, at) : checkText(part.value, at)),
          ...(part.headers ?? []).flatMap(({value}) => checkFieldValue(value, at)),
        ];
      });
  }
}

function checkText(text: string, at: string): RequestProblem[] {
  return text.isWellFormed() ? [] : [{at, message: halfCharacter()}];
}

/** Clients escape these characters of a part's name in ways that servers read differently. */
function checkPartName(name: string, at: string): RequestProblem[] {
  return /["\\\r\n\0]/.test(name)
    ? [
        {
          at,
          message: say('partName', {name: JSON.stringify(name)}),
        },
      ]
    : checkText(name, at);
}
