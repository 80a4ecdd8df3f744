import {encodedFormText} from '../api/http/form';
import {headerValue} from '../api/http/headerValue';
import type {ApiRequest, Credential} from '../request/apiRequest';
import {encodeBase64} from '../request/base64';
import {encodeAll} from '../request/percentEncoding';
import {isSecretName, isSecretValue} from '../request/secrets/secretRules';
import type {TypedSecret} from '../request/secrets/secretsInText';
import {formatNumber, messages} from '../words';
import {formatJson} from './formatJson';
import type {ResponseResult} from './result';

const say = messages('markdown', {
  noBody: 'The response has no body.',
  bytes: '{count} byte|{count} bytes',
  binary: 'The body is binary: {bytes}.',
  binaryOf: 'The body is binary: {bytes} of {type}.',
  cut: 'Cut after {shown} of {all} characters.',
});

export interface Exchange {
  readonly request: ApiRequest;
  /** The request as a cURL command that reads its credentials from the environment. */
  readonly curl: string;
  readonly result: ResponseResult;
  /** The secrets among the values that the request was built from. */
  readonly secrets?: readonly TypedSecret[];
}

/** In characters. A longer body is cut. */
const LONGEST_BODY = 20_000;

/** Headers that help to understand a problem. The others describe the server rather than the response. */
const telling =
  /^(content-type|etag|location|retry-after|x-request-id|request-id|x-ratelimit-.*|ratelimit.*)$/i;

/**
 * A request and its response as Markdown, for an issue or a chat. Every occurrence of a credential's value or another
 * typed secret is replaced by the name of a variable, also where the server repeats it.
 */
export function exchangeAsMarkdown({request, curl, result, secrets = []}: Exchange): string {
  const clean = redact([...request.credentials, ...[...secrets, ...plainSecrets(request)].map(asCredential)]);
  const headers = result.headers.filter(({name}) => telling.test(name));
  return [
    `### ${request.method} ${clean(new URL(request.url).pathname)}`,
    fenced('bash', clean(curl)),
    `**${result.status} ${clean(result.statusText)}**`.replace(' **', '**'),
    ...(headers.length === 0
      ? []
      : [fenced('http', headers.map(({name, value}) => `${name}: ${clean(value)}`).join('\n'))]),
    bodyAsMarkdown(result, clean),
  ].join('\n\n');
}

function bodyAsMarkdown({body, size, headers}: ResponseResult, clean: (text: string) => string): string {
  const type = headerValue(headers, 'content-type') ?? '';
  if (size === 0) {
    return say('noBody');
  }
  if (body.text === undefined) {
    const bytes = say.plural('bytes', size);
    return type === '' ? say('binary', {bytes}) : say('binaryOf', {bytes, type: clean(type)});
  }
  const isJson = /[/+]json\b/i.test(type);
  const text = clean((isJson ? formatJson(body.text) : undefined) ?? body.text);
  const shown = text.slice(0, LONGEST_BODY);
  const cut =
    text.length > shown.length
      ? `\n\n${say('cut', {shown: formatNumber(LONGEST_BODY), all: formatNumber(text.length)})}`
      : '';
  return fenced(isJson ? 'json' : 'text', shown.replace(/[\ud800-\udbff]$/, '')) + cut;
}

/** A fence has to be longer than any fence in the text (CommonMark §4.5). */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Secrets in plain headers and query parameters, recognised by name or value. */
function plainSecrets({headers, url}: ApiRequest): readonly TypedSecret[] {
  const query = [...new URL(url).searchParams].map(([name, value]) => ({name, value}));
  return [
    ...headers.filter(
      ({name, value}) => isSecretName(name, 'header') || isSecretValue(value, name, 'header'),
    ),
    ...query.filter(({name, value}) => isSecretName(name, 'query') || isSecretValue(value, name, 'query')),
  ];
}

function asCredential({name, value}: TypedSecret): Credential {
  return {type: 'bearer', env: name.toUpperCase().replace(/\W+/g, '_'), value};
}

function redact(credentials: readonly Credential[]): (text: string) => string {
  const secrets = credentials
    .flatMap(credential => formsOf(credential).map(form => ({form, env: credential.env})))
    .filter(({form}) => form.trim() !== '')
    // The longest first, so that replacing a substring does not break it.
    .toSorted((a, b) => b.form.length - a.form.length);
  return text => secrets.reduce((cleaned, {form, env}) => cleaned.replaceAll(form, `$${env}`), text);
}

/**
 * The forms in which a secret may appear in a command or a response: as it is, encoded for a URL or a form, in JSON, or
 * in basic authentication; each also within the single quotes of a shell.
 */
function formsOf({type, value}: Credential): readonly string[] {
  const parts = type === 'basic' ? [value, value.slice(value.indexOf(':') + 1)] : [value];
  const forms = parts.flatMap(part => [
    part,
    encodeURIComponent(part.toWellFormed()),
    encodeAll(part.toWellFormed()),
    encodedFormText(part),
    JSON.stringify(part).slice(1, -1),
  ]);
  return [
    ...forms,
    ...forms.map(form => form.replaceAll("'", "'\\''")),
    ...(type === 'basic' ? [encodeBase64(value)] : []),
  ];
}
