import {messages} from '../../../words';
import {curlBody, curlData, urlencoded, type CurlData} from './curlBody';
import {inputOf} from './curlInput';
import {readCurlOptions, type CurlOption} from './curlOptions';
import {placeOf, type ParseProblem} from '../place';
import {headerText, requestFromCall, variableNotes, type ReadCall} from '../readRequest';
import type {ParsedRequest} from '../parsedRequest';
import {shellScript, type ShellCommand} from './shellWords';
import {joinText, knownText, unknownVariables, type Text} from '../text';
import {unixQuoting} from './windowsQuoting';

const say = messages('curl', {
  start: 'A cURL command starts with "curl".',
  missingValue: 'The option {option} needs a value after it.',
  noUrl: 'The command names no URL.',
  unknownOption: 'The option {name} is left out: it is not known here.',
  furtherCommand: 'Only the first cURL command is read.',
  furtherUrl: 'Only the first URL is used; {url} is left out.',
  fileLeftOut: 'What the file {name} holds is not known here: it is left out of the body.',
  notUrl: '{url} is not a URL.',
});

/** Reads a cURL command into a request, without running anything. What is not understood is said with its place. */
export function parseCurl(source: string): ParsedRequest {
  const fail = (offset: number, message: string): {readonly problems: readonly ParseProblem[]} => ({
    problems: [placeOf(source, offset, message)],
  });
  const script = shellScript(unixQuoting(source));
  if (script.type === 'fault') {
    return fail(script.offset, script.message);
  }
  const commands = script.commands.map(withoutPrefix);
  const at = commands.findIndex(isCurl);
  const command = commands[at];
  if (!command) {
    const first = script.commands[0]?.words[0]?.offset;
    return fail(first ?? 0, say('start'));
  }
  const options = readCurlOptions(command.words.slice(1));
  if ('missing' in options) {
    return fail(options.missing.offset, say('missingValue', {option: knownText(options.missing.text)}));
  }
  const urls = [...options.list.filter(({name}) => name === 'url'), ...options.targets];
  const [url] = urls;
  if (!url) {
    return fail(source.length, say('noUrl'));
  }
  const data = curlData(options.list, inputOf(command, commands[at - 1]));
  const call = callOf(targetOf(url.text, options.list), options.list, data);
  const request = requestFromCall(call);
  return request
    ? {
        request,
        notes: [
          ...variableNotes(call, request),
          ...(data?.unread ?? []).map(name => say('fileLeftOut', {name})),
          ...options.unknown.map(name => say('unknownOption', {name})),
          ...urls.slice(1).map(({value}) => say('furtherUrl', {url: value})),
          ...(commands.slice(at + 1).some(isCurl) ? [say('furtherCommand')] : []),
        ],
      }
    : fail(url.offset, say('notUrl', {url: JSON.stringify(url.value)}));
}

/** What a shell is told to do around a command changes nothing of its request: variables for it alone, `time`, `sudo`. */
function withoutPrefix(command: ShellCommand): ShellCommand {
  const {words} = command;
  const start = words.findIndex(({text}) => !/^(?:[A-Za-z_]\w*=.*|time|sudo)$/s.test(knownText(text)));
  return {...command, words: words.slice(Math.max(0, start))};
}

function isCurl({words}: ShellCommand): boolean {
  const name = words[0] && knownText(words[0].text);
  return name !== undefined && /^(?:.*[/\\])?curl(?:\.exe)?$/i.test(name);
}

/** `--request-target` takes the place of path and query (RFC 9112 §3.2). */
function targetOf(url: Text, options: readonly CurlOption[]): Text {
  const [first] = url;
  const target = options.findLast(({name}) => name === 'request-target');
  const origin =
    typeof first === 'string' ? /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i.exec(first)?.[0] : undefined;
  return target?.value.startsWith('/') && origin !== undefined ? joinText([origin], target.text) : url;
}

function callOf(url: Text, options: readonly CurlOption[], data: CurlData | undefined): ReadCall {
  const given = (name: string): CurlOption[] => options.filter(option => option.name === name);
  const has = (name: string): boolean => given(name).length > 0;
  const written = [
    ...given('header').flatMap(({text}) => headerField(text)),
    ...given('user-agent').map(({text}) => ({name: 'User-Agent', value: text})),
    ...given('referer').map(({text}) => ({name: 'Referer', value: text})),
    ...given('cookie').map(({text}) => ({name: 'Cookie', value: text})),
    ...given('range').map(({value}) => ({name: 'Range', value: [`bytes=${value}`]})),
    ...given('oauth2-bearer').map(({text}) => ({name: 'Authorization', value: joinText(['Bearer '], text)})),
  ];
  const asJson = has('json') && headerText(written, 'accept') === undefined;
  const body = has('get')
    ? ({type: 'none'} as const)
    : curlBody(options, data, headerText(written, 'content-type'));
  const method = given('request').at(-1)?.value ?? impliedMethod(has);
  const [basic] = given('user');
  const output = given('output').at(-1)?.value;
  return {
    ...(method === undefined ? {} : {method}),
    url: completeUrl(url, [
      ...(has('get') ? [[queryOf(data)]] : []),
      ...given('url-query').map(({text, value}) => (text.length > 1 ? text : [urlencoded(value)])),
    ]),
    headers: [...written, ...(asJson ? [{name: 'Accept', value: ['application/json']}] : [])],
    ...(basic ? {basic: basic.text} : {}),
    body,
    variables: [url, ...options.map(({text}) => text)].flatMap(unknownVariables),
    ...(has('no-buffer')
      ? {expects: {type: 'event-stream'}}
      : output === undefined || output === '-'
        ? {}
        : {expects: {type: 'file', name: output}}),
  };
}

function queryOf(data: CurlData | undefined): string {
  return data?.text ?? '';
}

function impliedMethod(has: (name: string) => boolean): string | undefined {
  return has('head') ? 'HEAD' : has('upload-file') ? 'PUT' : has('get') ? 'GET' : undefined;
}

/** `Name: value`; `Name;` is a header without a value, and `Name:` takes one away. */
function headerField(text: Text): ReadCall['headers'][number][] {
  const [first = '', ...rest] = text;
  const match = typeof first === 'string' ? /^([^:;]+)(?::\s*([\s\S]*)|;\s*)$/.exec(first) : null;
  if (match?.[1] === undefined) {
    return [];
  }
  const value = joinText([rest.length > 0 ? (match[2] ?? '') : (match[2] ?? '').trim()], rest);
  return value.length > 0 || first === `${match[1]};` ? [{name: match[1].trim(), value}] : [];
}

/** cURL takes `http://` where the scheme is left out. */
function completeUrl([first = '', ...rest]: Text, queries: readonly Text[]): Text {
  const start =
    typeof first === 'string' && !/^[a-z][a-z\d+.-]*:\/\//i.test(first) ? [`http://${first}`] : [first];
  return queries
    .filter(query => query.some(piece => piece !== ''))
    .reduce(
      (url, query) => joinText(url, [knownText(url).includes('?') ? '&' : '?'], query),
      joinText(start, rest),
    );
}
