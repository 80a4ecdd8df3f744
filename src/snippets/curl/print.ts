import {encodedForm} from '../../api/http/form';
import type {ApiRequest, Part} from '../../request/apiRequest';
import {
  isInQuery,
  urlWithCredentials,
  type NumberedCredential,
  type CredentialText,
} from '../../request/withCredentials';
import {printfFormat, shellInDoubleQuotes, shellWord} from './literals';
import {UnprintableRequest, sampleHeaders, pathOf, type PrintSnippet, type Shown} from '../snippet';

/** Linux refuses a single argument of 128 KiB and more (MAX_ARG_STRLEN); quoting may double what is typed. */
const LONGEST_ARGUMENT = 60_000;

/** A cURL command, which is program and call at once, one option a line: for 7.76 and later, or 7.87 where a key in the query has to be encoded. */
export const printCurl: PrintSnippet = (request, {credentials}) => {
  const {url} = request;
  if (request.method === 'HEAD' && request.body.type !== 'none') {
    throw new UnprintableRequest(
      'cURL waits in vain for the body of an answer to a HEAD request with a body. Take the body out, or use another method.',
    );
  }
  const body = bodyOptions(request);
  const options = [
    `curl ${urlWord(request, credentials)}`,
    '--fail-with-body',
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(/\/\.{1,2}(\/|\?|$)/.test(url) ? ['--path-as-is'] : []),
    ...methodOption(request),
    ...request.credentials.flatMap((credential, index) =>
      credential.type === 'basic' ? [`--user ${secretWord([{credential, index}], credentials)}`] : [],
    ),
    ...encodedKeyOptions(request, credentials),
    ...sampleHeaders(request).map(({name, value}) => secretHeader(name, value, credentials)),
    ...body.options,
    ...expectationOptions(request),
  ];
  return fallbackLines(request, credentials) + body.pipe + options.join(' \\\n  ');
};

/** Keys in the query stand within the URL where they mean themselves there. */
function urlWord(request: ApiRequest, shown: Shown): string {
  return needEncoding(request, shown)
    ? shellWord(request.url)
    : shown === 'literal'
      ? shellWord(written(urlWithCredentials(request), encodeURIComponent))
      : secretWord(urlWithCredentials(request), shown);
}

/** The values of variables are encoded by cURL itself. */
function encodedKeyOptions(request: ApiRequest, shown: Shown): string[] {
  return needEncoding(request, shown)
    ? request.credentials.flatMap((credential, index) =>
        isInQuery(credential)
          ? [
              `--url-query ${secretWord([`${encodeURIComponent(credential.name)}=`, {credential, index}], shown)}`,
            ]
          : [],
      )
    : [];
}

function needEncoding({credentials}: ApiRequest, shown: Shown): boolean {
  return shown !== 'literal' && credentials.some(one => isInQuery(one) && !/^[\w.~-]*$/.test(one.value));
}

function methodOption({method, body}: ApiRequest): string[] {
  if (method === 'HEAD' && body.type === 'none') {
    return ['--head'];
  }
  // A form without parts has no option that would imply POST.
  const isSent = body.type === 'multipart' ? body.parts.length > 0 : body.type !== 'none';
  return method === (isSent ? 'POST' : 'GET') ? [] : [`--request ${shellWord(method)}`];
}

/** A word that holds secrets: within double quotes where the shell is to fill them in. */
function secretWord(text: CredentialText, shown: Shown): string {
  return shown === 'literal' || text.every(piece => typeof piece === 'string')
    ? shellWord(written(text))
    : `"${text.map(piece => (typeof piece === 'string' ? shellInDoubleQuotes(piece) : variable(piece, shown))).join('')}"`;
}

function written(text: CredentialText, encode = (value: string): string => value): string {
  return text.map(piece => (typeof piece === 'string' ? piece : encode(piece.credential.value))).join('');
}

/** cURL takes `Name;` for a header without a value, and removes `Name:`. */
function secretHeader(name: string, value: CredentialText, shown: Shown): string {
  const isEmpty = (shown === 'literal' ? written(value) : value[0]) === '';
  return `--header ${secretWord(isEmpty ? [`${name};`] : [`${name}: `, ...value], shown)}`;
}

/** Within double quotes a fallback may hold no quotes, and an interactive bash would expand `!`. */
function isPlain(value: string): boolean {
  return /^[\w.~+/=:@-]*$/.test(value);
}

/**
 * The assignment of a key whose fallback cannot stand within double quotes; the variable of the environment stays as it
 * is, as the reader's shell lives on.
 */
function fallbackLines({credentials}: ApiRequest, shown: Shown): string {
  return credentials
    .map(({env, value}, index) =>
      shown === 'fallback' && !isPlain(value) ? `${keyName(index)}=\${${env}:-${shellWord(value)}}\n` : '',
    )
    .join('');
}

/** Text for the inside of double quotes that gives the secret; the shell itself says when the variable is missing. */
function variable({credential: {env, value}, index}: NumberedCredential, shown: Shown): string {
  return shown === 'variable'
    ? `\${${env}:?}`
    : isPlain(value)
      ? `\${${env}:-${value}}`
      : `$${keyName(index)}`;
}

function keyName(index: number): string {
  return index === 0 ? 'api_key' : `api_key_${index + 1}`;
}

interface BodyOptions {
  /** A command that writes the body to cURL's standard input, where no argument can hold it. */
  readonly pipe: string;
  readonly options: readonly string[];
}

function bodyOptions({body}: ApiRequest): BodyOptions {
  switch (body.type) {
    case 'none':
      return {pipe: '', options: []};
    case 'json':
    case 'text':
      return textOptions(body.text, body.mediaType);
    case 'form':
      return textOptions(encodedForm(body.fields), body.mediaType);
    case 'file':
      return {
        pipe: '',
        options: [contentType(body.mediaType), `--data-binary ${shellWord(`@${pathOf(body.file)}`)}`],
      };
    case 'multipart':
      return {pipe: '', options: body.parts.map(partOption)};
  }
}

function contentType(mediaType: string): string {
  return `--header ${shellWord(`Content-Type: ${mediaType}`)}`;
}

function textOptions(text: string, mediaType: string): BodyOptions {
  const header = mediaType === 'application/x-www-form-urlencoded' ? [] : [contentType(mediaType)];
  if (text.includes('\0') || text.length > LONGEST_ARGUMENT) {
    return {pipe: `printf ${printfFormat(text)} |\n  `, options: [...header, '--data-binary @-']};
  }
  return {
    pipe: '',
    options: [...header, `${text.startsWith('@') ? '--data-raw' : '--data'} ${shellWord(text)}`],
  };
}

function partOption(part: Part): string {
  if (part.name.includes('=')) {
    throw new UnprintableRequest(
      `cURL reads the name of a part to its first equals sign, so it cannot send ${JSON.stringify(part.name)}. Send the request from another language.`,
    );
  }
  const type = part.mediaType === undefined ? '' : `;type=${part.mediaType}`;
  const headers = (part.headers ?? []).map(
    ({name, value}) => `;headers=${quotedInForm(`${name}: ${value}`, true)}`,
  );
  const settings = [type, ...headers].join('');
  if ('file' in part) {
    const path = pathOf(part.file);
    // Left to itself, cURL sends the last segment of the path.
    const sentAs =
      path.replace(/^.*\//, '') === part.file.name ? '' : `;filename=${quotedInForm(part.file.name)}`;
    return `--form ${shellWord(`${part.name}=@${quotedInForm(path)}${settings}${sentAs}`)}`;
  }
  return settings === ''
    ? `--form-string ${shellWord(`${part.name}=${part.value}`)}`
    : `--form ${shellWord(`${part.name}=${quotedInForm(part.value)}${settings}`)}`;
}

/** cURL reads `;` and `,` in an unquoted form value as its own. */
function quotedInForm(text: string, always = false): string {
  return !always && /^[\w./ -]*$/.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function expectationOptions({expects}: ApiRequest): string[] {
  switch (expects.type) {
    case 'text':
      return [];
    case 'event-stream':
      return ['--no-buffer'];
    case 'file':
      return [`--output ${shellWord(expects.name)}`];
  }
}
