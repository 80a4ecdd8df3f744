import {messages} from '../../../words';
import {joinText, knownText, listText, splitText, type Text} from '../text';
import type {ReadCall} from '../readRequest';
import {contentOf} from './curlData';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

const say = messages('curlHeaders', {
  headerFile: 'The headers in the file {name} are unknown here.',
  cookieFile: 'The cookies in the file {name} are unknown here and are not sent.',
  noColon: 'cURL sends no header for {text}, which has no colon.',
  ranged: 'For a request with a body, cURL turns --range into Content-Range, which is ignored here.',
  since: '--time-cond is ignored. Use the header If-Modified-Since instead.',
  continued: 'The position at which --continue-at starts is unknown here.',
  password: 'cURL would ask for the password of {user}. Write it after a colon.',
});

type Header = ReadCall['headers'][number];

export interface CurlHeaders {
  readonly headers: readonly Header[];
  /** `user:password`. */
  readonly basic?: Text;
  /** Whether a header option takes the media type away. */
  readonly isUntyped: boolean;
}

/** The headers that the options of a command set. What `--header` says, or takes away, goes before any other option. */
export function curlHeaders(
  options: readonly CurlOption[],
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): CurlHeaders {
  const last = (name: string): CurlOption[] => options.filter(option => option.name === name).slice(-1);
  const fields = options
    .filter(({name}) => name === 'header')
    .flatMap(option => headerLines(option, input, note))
    .flatMap(text => headerField(text, note));
  const named = new Set(fields.map(({name}) => name.toLowerCase()));
  const isSent =
    options.some(({name}) => /^(?:data|form|upload-file|json)/.test(name)) &&
    !options.some(({name}) => name === 'get');
  const others: Header[] = [
    ...last('user-agent').map(({text}) => ({name: 'User-Agent', value: text})),
    ...last('referer').map(({text}) => ({name: 'Referer', value: withoutAuto(text)})),
    ...cookies(options, note),
    ...last('range').flatMap(({value}) => (isSent ? noted(note, say('ranged')) : [rangeOf(value)])),
    ...last('continue-at').flatMap(({value}) =>
      /^\d+$/.test(value) && !isSent ? [rangeOf(`${value}-`)] : noted(note, say('continued')),
    ),
    ...last('time-cond').flatMap(() => noted(note, say('since'))),
    ...last('oauth2-bearer').map(({text}) => ({name: 'Authorization', value: joinText(['Bearer '], text)})),
    ...last('json').map(() => ({name: 'Accept', value: ['application/json']})),
  ].filter(({name, value}) => !named.has(name.toLowerCase()) && value.length > 0 && knownText(value) !== '');
  const [user] = last('user');
  const basic = user && !named.has('authorization') ? user : undefined;
  if (basic?.text.length === 1 && typeof basic.text[0] === 'string' && !basic.value.includes(':')) {
    note(say('password', {user: basic.value}));
  }
  return {
    headers: [...fields.flatMap(({name, value}) => (value ? [{name, value}] : [])), ...others],
    ...(basic ? {basic: basic.text} : {}),
    isUntyped: fields.some(({name, value}) => name.toLowerCase() === 'content-type' && !value),
  };
}

function noted(note: (sentence: string) => void, sentence: string): [] {
  note(sentence);
  return [];
}

function rangeOf(value: string): Header {
  return {name: 'Range', value: [`bytes=${value}`]};
}

/** `;auto` tells cURL to name each page that leads on to another. */
function withoutAuto(text: Text): Text {
  const last = text.at(-1);
  return typeof last === 'string' ? joinText(text.slice(0, -1), [last.replace(/;auto$/, '')]) : text;
}

/** What has no equals sign is a file of cookies. */
function cookies(options: readonly CurlOption[], note: (sentence: string) => void): Header[] {
  const given = options.filter(({name, value}) => name === 'cookie' && value !== '');
  const isFile = ({text, value}: CurlOption): boolean =>
    !value.includes('=') && text.every(piece => typeof piece === 'string');
  given.filter(isFile).forEach(({value}) => note(say('cookieFile', {name: value})));
  const written = given.filter(option => !isFile(option)).map(({text}) => text);
  return written.length === 0
    ? []
    : [
        {
          name: 'Cookie',
          value: listText(written, '; '),
        },
      ];
}

/** `@file` holds a header a line. */
function headerLines(
  {text, value}: CurlOption,
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): readonly Text[] {
  if (!value.startsWith('@')) {
    return [text];
  }
  const content = contentOf(value.slice(1), input);
  return content.type === 'text'
    ? splitText(content.text, '\n').filter(line => line.length > 0 && knownText(line).trim() !== '')
    : noted(note, say('headerFile', {name: value.slice(1)}));
}

interface Field {
  readonly name: string;
  /** Missing where the header is taken away. */
  readonly value?: Text;
}

/** `Name: value`; `Name;` is a header without a value, and `Name:` takes one away. */
function headerField(text: Text, note: (sentence: string) => void): Field[] {
  const [first = '', ...rest] = text;
  const match = typeof first === 'string' ? /^([^:;]+)(?::\s*([\s\S]*)|;\s*)$/.exec(first) : null;
  if (match?.[1] === undefined) {
    return noted(note, say('noColon', {text: JSON.stringify(knownText(text).slice(0, 80))}));
  }
  const value = joinText([rest.length > 0 ? (match[2] ?? '') : (match[2] ?? '').trim()], rest);
  const name = match[1].trim();
  if (knownText(value) !== '') {
    return [{name, value}];
  }
  return [match[2] === undefined ? {name, value: ['']} : {name}];
}
