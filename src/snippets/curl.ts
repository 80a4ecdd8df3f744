import type {ApiRequest, Credential, Part} from '../request/apiRequest';
import {printfFormat, shellInDoubleQuotes, shellWord} from './literals/shell';
import {credentialHeader, encodedForm, splitQueryCredential, type PrintSnippet, type Shown} from './snippet';

/** Linux refuses a single argument of 128 KiB and more (MAX_ARG_STRLEN); quoting may double what is typed. */
const LONGEST_ARGUMENT = 60_000;

/** A cURL command, which is program and call at once, one option a line: for 7.76 and later, or 7.87 where a key in the query has to be encoded. */
export const printCurl: PrintSnippet = (request, {credentials}) => {
  const {url} = request;
  const body = bodyOptions(request);
  const options = [
    `curl ${urlWord(request, credentials)}`,
    '--fail-with-body',
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(/\/\.{1,2}(\/|\?|$)/.test(url) ? ['--path-as-is'] : []),
    ...methodOption(request),
    ...request.credentials.flatMap(one => credentialOption(one, credentials)),
    ...encodedKeyOption(request, credentials),
    ...request.headers.map(({name, value}) => headerOption(name, value)),
    ...body.options,
    ...expectationOptions(request),
  ];
  return fallbackLines(request, credentials) + body.pipe + options.join(' \\\n  ');
};

/** A key in the query stands within the URL where it means itself there. */
function urlWord(request: ApiRequest, shown: Shown): string {
  const {url, credential} = splitQueryCredential(request);
  if (!credential || needsEncoding(credential, shown)) {
    return shellWord(request.url);
  }
  return shown === 'literal'
    ? shellWord(url + encodeURIComponent(credential.value))
    : `"${shellInDoubleQuotes(url)}${variable(credential, shown)}"`;
}

/** The value of a variable is encoded by cURL itself. */
function encodedKeyOption(request: ApiRequest, shown: Shown): string[] {
  const {credential} = splitQueryCredential(request);
  return credential?.type === 'apiKey' && needsEncoding(credential, shown)
    ? [
        `--url-query "${shellInDoubleQuotes(encodeURIComponent(credential.name))}=${variable(credential, shown)}"`,
      ]
    : [];
}

function needsEncoding({value}: Credential, shown: Shown): boolean {
  return shown !== 'literal' && !/^[\w.~-]*$/.test(value);
}

function methodOption({method, body}: ApiRequest): string[] {
  if (method === 'HEAD' && body.type === 'none') {
    return ['--head'];
  }
  // A form without parts has no option that would imply POST.
  const isSent = body.type === 'multipart' ? body.parts.length > 0 : body.type !== 'none';
  return method === (isSent ? 'POST' : 'GET') ? [] : [`--request ${shellWord(method)}`];
}

function credentialOption(credential: Credential, shown: Shown): string[] {
  const header = credentialHeader(credential);
  if (header) {
    const {prefix} = header.value;
    return shown === 'literal'
      ? [headerOption(header.name, prefix + credential.value)]
      : [`--header "${shellInDoubleQuotes(`${header.name}: ${prefix}`)}${variable(credential, shown)}"`];
  }
  if (credential.type !== 'basic') {
    return [];
  }
  return [`--user ${shown === 'literal' ? shellWord(credential.value) : `"${variable(credential, shown)}"`}`];
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
    .filter(({value}) => shown === 'fallback' && !isPlain(value))
    .map(({env, value}) => `api_key=\${${env}:-${shellWord(value)}}\n`)
    .join('');
}

/** Text for the inside of double quotes that gives the secret; the shell itself says when the variable is missing. */
function variable({env, value}: Credential, shown: Shown): string {
  switch (shown) {
    case 'variable':
      return `\${${env}:?}`;
    case 'fallback':
      return isPlain(value) ? `\${${env}:-${value}}` : '$api_key';
    case 'literal':
      return shellInDoubleQuotes(value);
  }
}

/** cURL takes `Name;` for a header without a value, and removes `Name:`. */
function headerOption(name: string, value: string): string {
  return `--header ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`;
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
        options: [
          headerOption('Content-Type', body.mediaType),
          `--data-binary ${shellWord(`@${body.file.name}`)}`,
        ],
      };
    case 'multipart':
      return {pipe: '', options: body.parts.map(partOption)};
  }
}

function textOptions(text: string, mediaType: string): BodyOptions {
  const header =
    mediaType === 'application/x-www-form-urlencoded' ? [] : [headerOption('Content-Type', mediaType)];
  if (text.includes('\0') || text.length > LONGEST_ARGUMENT) {
    return {pipe: `printf ${printfFormat(text)} |\n  `, options: [...header, '--data-binary @-']};
  }
  return {
    pipe: '',
    options: [...header, `${text.startsWith('@') ? '--data-raw' : '--data'} ${shellWord(text)}`],
  };
}

function partOption(part: Part): string {
  const type = part.mediaType === undefined ? '' : `;type=${part.mediaType}`;
  if ('file' in part) {
    return `--form ${shellWord(`${part.name}=@${quotedInForm(part.file.name)}${type}`)}`;
  }
  return type === ''
    ? `--form-string ${shellWord(`${part.name}=${part.value}`)}`
    : `--form ${shellWord(`${part.name}=${quotedInForm(part.value)}${type}`)}`;
}

/** cURL reads `;` and `,` in an unquoted form value as its own. */
function quotedInForm(text: string): string {
  return /^[\w./ -]*$/.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`;
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
