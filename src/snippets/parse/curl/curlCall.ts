import {messages} from '../../../words';
import {headerText, type ReadCall} from '../readRequest';
import {unknownVariables} from '../text';
import {curlBody} from './curlBody';
import {curlData} from './curlData';
import {curlHeaders} from './curlHeaders';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';
import {curlUrl} from './curlUrl';

const say = messages('curlCall', {
  furtherUrl: 'Only the first URL is used; {url} is ignored.',
});

/** The call that the options of a command make; undefined where they name no URL. Throws {@link NotUnderstood}. */
export function curlCall(
  options: readonly CurlOption[],
  input: CurlInput | undefined,
  note: (sentence: string) => void,
): {readonly call: ReadCall; readonly url: CurlOption} | undefined {
  const given = (name: string): CurlOption[] => options.filter(option => option.name === name);
  const has = (name: string): boolean => options.some(option => option.name === name);
  const [url, ...others] = given('url');
  if (!url) {
    return undefined;
  }
  new Set(others.map(({value}) => value)).forEach(value => note(say('furtherUrl', {url: value})));
  const data = curlData(options, input);
  const {headers, basic, isUntyped} = curlHeaders(options, input, note);
  const mediaType = headerText(headers, 'content-type');
  const body = has('get')
    ? ({type: 'none'} as const)
    : curlBody({options, data, input, mediaType, isUntyped, note});
  const method = given('request').at(-1)?.value ?? impliedMethod(has);
  const output = given('output').at(-1)?.value;
  const call = {
    ...(method === undefined ? {} : {method}),
    url: curlUrl(url.text, options, data, input, note),
    headers,
    ...(basic ? {basic} : {}),
    body,
    variables: [
      ...options.flatMap(({text}) => unknownVariables(text)),
      ...(input?.type === 'text' ? unknownVariables(input.text) : []),
    ],
    ...(has('no-buffer')
      ? {expects: {type: 'event-stream' as const}}
      : output === undefined || output === '-' || output === '/dev/null'
        ? {}
        : {expects: {type: 'file' as const, name: output}}),
  };
  return {call, url};
}

function impliedMethod(has: (name: string) => boolean): string | undefined {
  return has('head') ? 'HEAD' : has('upload-file') ? 'PUT' : has('get') ? 'GET' : undefined;
}
