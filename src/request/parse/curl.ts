import type {ApiRequest, Body, Credential, FileReference, HeaderField, Part} from '../apiRequest';
import {bodyKind} from '../mediaTypes';
import {placeOf, type ParseProblem} from './place';
import {credentialFromHeader, secretValue} from './secrets';
import {shellWords, type ShellWord} from './shellWords';

export type ParsedCurl =
  /** The request, and sentences about options that it does not carry. */
  | {readonly request: ApiRequest; readonly notes: readonly string[]}
  | {readonly problems: readonly ParseProblem[]};

/** Short options and the long names that stand for the same. */
const shortOptions: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  b: 'cookie',
  A: 'user-agent',
  e: 'referer',
  G: 'get',
  I: 'head',
  o: 'output',
  O: 'remote-name',
  T: 'upload-file',
  m: 'max-time',
  x: 'proxy',
  w: 'write-out',
  c: 'cookie-jar',
  E: 'cert',
};

/** Options that take a value. Those not handled below do not change the request. */
const valueOptions: ReadonlySet<string> = new Set([
  ...['request', 'header', 'data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json', 'form'],
  ...[
    'form-string',
    'user',
    'cookie',
    'user-agent',
    'referer',
    'url',
    'url-query',
    'upload-file',
    'oauth2-bearer',
  ],
  ...['output', 'max-time', 'connect-timeout', 'proxy', 'write-out', 'cookie-jar', 'cert', 'key', 'cacert'],
  ...['retry', 'retry-delay', 'resolve', 'interface', 'limit-rate', 'max-redirs', 'range'],
]);

/** Options without a value that say how cURL behaves, and nothing of the request. */
const silentOptions: ReadonlySet<string> = new Set([
  ...[
    'location',
    'silent',
    'show-error',
    'verbose',
    'insecure',
    'include',
    'compressed',
    'fail',
    'fail-with-body',
  ],
  ...['no-buffer', 'globoff', 'path-as-is', 'http1.1', 'http2', 'http3', 'progress-bar', 'ipv4', 'ipv6'],
  ...[
    'remote-name',
    'no-progress-meter',
    'tlsv1.2',
    'basic',
    'output',
    'max-time',
    'connect-timeout',
    'write-out',
  ],
]);

interface Option {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/** Reads a cURL command into a request, without running anything. What is not understood is said with its place. */
export function parseCurl(source: string): ParsedCurl {
  const fail = (offset: number, message: string): ParsedCurl => ({
    problems: [placeOf(source, offset, message)],
  });
  const read = shellWords(unixQuoting(source));
  if (read.type === 'fault') {
    return fail(read.offset, read.message);
  }
  const [command, ...rest] = read.words;
  if (command?.text !== 'curl' && command?.text !== 'curl.exe') {
    return fail(command?.offset ?? 0, 'A cURL command starts with "curl".');
  }
  const options = readOptions(rest);
  if ('missing' in options) {
    return fail(options.missing.offset, `The option ${options.missing.text} needs a value after it.`);
  }
  const all = (...names: string[]): Option[] => options.list.filter(({name}) => names.includes(name));
  const urls = [...all('url'), ...options.targets];
  const [url] = urls;
  if (!url) {
    return fail(source.length, 'The command names no URL.');
  }
  const target = completeUrl(url.value);
  if (target === undefined) {
    return fail(url.offset, `${JSON.stringify(url.value)} is not a URL.`);
  }
  return assemble(target, options.list, [
    ...options.unknown.map(({text}) => `The option ${text} is left out: it is not known here.`),
    ...urls.slice(1).map(({value}) => `Only the first URL is used; ${value} is left out.`),
  ]);
}

interface ReadOptions {
  readonly list: readonly Option[];
  readonly targets: readonly Option[];
  readonly unknown: readonly ShellWord[];
}

function readOptions(words: readonly ShellWord[]): ReadOptions | {readonly missing: ShellWord} {
  const list: Option[] = [];
  const targets: Option[] = [];
  const unknown: ShellWord[] = [];
  const queue = [...words];
  for (let word = queue.shift(); word; word = queue.shift()) {
    const {text, offset} = word;
    if (!text.startsWith('-') || text === '-') {
      targets.push({name: 'url', value: text, offset});
      continue;
    }
    const long = /^--([^=]+)(?:=([\s\S]*))?$/.exec(text);
    const letters = long ? [] : [...text.slice(1)];
    const names = long ? [long[1] ?? ''] : letters.map(letter => shortOptions[letter] ?? letter);
    for (const [index, name] of names.entries()) {
      if (!valueOptions.has(name)) {
        if (
          !silentOptions.has(name) &&
          (long || !/^[LsSvkiNfgj#046]$/.test(name)) &&
          name !== 'get' &&
          name !== 'head'
        ) {
          unknown.push(word);
        }
        list.push({name, value: '', offset});
        continue;
      }
      // A short option takes the rest of its word, else the next word.
      const attached = long ? long[2] : letters.slice(index + 1).join('') || undefined;
      const value = attached ?? queue.shift()?.text;
      if (value === undefined) {
        return {missing: word};
      }
      list.push({name, value, offset});
      break;
    }
  }
  return {list, targets, unknown};
}

function assemble(url: string, options: readonly Option[], notes: readonly string[]): ParsedCurl {
  const values = (...names: string[]): string[] =>
    options.filter(({name}) => names.includes(name)).map(({value}) => value);
  const has = (name: string): boolean => options.some(option => option.name === name);
  const fields = [
    ...values('header').flatMap(headerField),
    ...values('user-agent').map(value => ({name: 'User-Agent', value})),
    ...values('referer').map(value => ({name: 'Referer', value})),
    ...values('cookie').map(value => ({name: 'Cookie', value})),
  ];
  const credentials = [
    ...fields.flatMap(field => credentialFromHeader(field) ?? []),
    ...values('user').map((value): Credential => ({type: 'basic', ...secretValue(value)})),
    ...values('oauth2-bearer').map((value): Credential => ({type: 'bearer', ...secretValue(value)})),
  ];
  const plain = fields.filter(field => credentialFromHeader(field) === undefined);
  const mediaType = plain.findLast(({name}) => name.toLowerCase() === 'content-type')?.value;
  const data = bodyData(options);
  const inQuery = has('get') && data !== undefined ? data.text : undefined;
  const body = inQuery === undefined ? bodyOf(options, data, mediaType) : ({type: 'none'} as const);
  const headers = [
    ...plain.filter(({name}) => body.type === 'none' || name.toLowerCase() !== 'content-type'),
    ...(has('json') && !plain.some(({name}) => name.toLowerCase() === 'accept')
      ? [{name: 'Accept', value: 'application/json'}]
      : []),
  ];
  const method =
    values('request').at(-1) ??
    (has('head') ? 'HEAD' : has('upload-file') ? 'PUT' : body.type === 'none' ? 'GET' : 'POST');
  return {
    request: {
      method: method.toUpperCase(),
      url: inQuery === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}${inQuery}`,
      headers,
      credentials,
      body,
      expects: {type: 'text'},
    },
    notes,
  };
}

function headerField(text: string): HeaderField[] {
  const match = /^([^:;]+)(?::\s*([\s\S]*)|;)$/.exec(text);
  // `Name:` without a value takes a header away.
  return match?.[1] !== undefined && (match[2] !== '' || text.endsWith(';'))
    ? [{name: match[1].trim(), value: (match[2] ?? '').trim()}]
    : [];
}

interface Data {
  readonly text: string;
  readonly json: boolean;
  readonly file?: FileReference;
}

/** All `--data` options joined as cURL joins them. */
function bodyData(options: readonly Option[]): Data | undefined {
  const names = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json'];
  const given = options.filter(({name}) => names.includes(name));
  if (given.length === 0) {
    return undefined;
  }
  const [first] = given;
  const json = given.some(({name}) => name === 'json');
  if (
    first &&
    given.length === 1 &&
    first.value.startsWith('@') &&
    first.name !== 'data-raw' &&
    first.name !== 'data-urlencode'
  ) {
    return {text: '', json, file: fileNamed(first.value.slice(1))};
  }
  const texts = given.map(({name, value}) => (name === 'data-urlencode' ? urlencoded(value) : value));
  return {text: texts.join(json ? '' : '&'), json};
}

/** `content`, `=content` or `name=content`, encoded as cURL does (all but unreserved characters). */
function urlencoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encodeURIComponent(value)
    : `${value.slice(0, equals)}${equals > 0 ? '=' : ''}${encodeURIComponent(value.slice(equals + 1))}`;
}

function bodyOf(options: readonly Option[], data: Data | undefined, mediaType: string | undefined): Body {
  const parts = options.filter(({name}) => name === 'form' || name === 'form-string');
  if (parts.length > 0) {
    return {type: 'multipart', parts: parts.map(({name, value}) => partOf(value, name === 'form'))};
  }
  const upload = options.find(({name}) => name === 'upload-file');
  if (upload) {
    return {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: fileNamed(upload.value)};
  }
  if (!data) {
    return {type: 'none'};
  }
  const sentAs = mediaType ?? (data.json ? 'application/json' : 'application/x-www-form-urlencoded');
  if (data.file) {
    return {type: 'file', mediaType: sentAs, file: data.file};
  }
  return {type: bodyKind(sentAs) === 'json' ? 'json' : 'text', mediaType: sentAs, text: data.text};
}

function partOf(text: string, interpreted: boolean): Part {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals));
  const value = text.slice(equals + 1);
  if (!interpreted) {
    return {name, value};
  }
  const type = /;type=([^;]+)/.exec(value)?.[1];
  const content = unquoted(value.replace(/;(?:type|filename)=(?:"[^"]*"|[^;]+)/g, ''));
  const mediaType = type === undefined ? {} : {mediaType: type};
  return /^[@<]/.test(value)
    ? {name, file: fileNamed(unquoted(content.slice(1))), ...mediaType}
    : {name, value: content, ...mediaType};
}

function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
}

/** A file that the command reads from the disk; the reader picks it again in the page. */
function fileNamed(name: string): FileReference {
  return {id: `curl:${name}`, name};
}

/** cURL takes `http://` where the scheme is left out. */
function completeUrl(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(url) && /^https?:/i.test(url) ? url.replace(/#.*$/s, '') : undefined;
}

/** The quoting of Windows' cmd (`^"`, `^` at line ends) turned into that of a shell; other texts stay as they are. */
function unixQuoting(source: string): string {
  return /\^\r?\n|\^"/.test(source) && !/\\\n/.test(source)
    ? source.replace(/\^(\r?\n)/g, '\\$1').replace(/\^([\s\S])/g, '$1')
    : source;
}
