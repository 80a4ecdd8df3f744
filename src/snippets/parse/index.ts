import {placeOf} from './place';
import type {ParsedRequest} from './parsedRequest';
import {callNotes, requestFromCall, type ReadCall} from './readRequest';
import {sendableUrl} from './sendableUrl';
import {messages} from '../../words';
import type {Language} from '../snippet';
import {NotUnderstood} from './notUnderstood';

const say = messages('code', {
  deep: 'This code is nested too deeply to be read.',
  doubt: 'Whether this request is sent depends on line {line}, whose outcome is unknown here.',
  noHttp: 'The URL of the call does not start with https:// or http://.',
});

export type {ParsedRequest} from './parsedRequest';

/**
 * Reads code into the request that it makes: what {@link generateSnippet} prints, and as much of other people's code as
 * makes one call with literal values. Nothing is evaluated; what is not understood is said with its place. The reader of
 * a language is fetched when it is first needed.
 */
export async function parseSnippet(code: string, language: Language): Promise<ParsedRequest> {
  switch (language) {
    case 'curl':
      return (await import('./curl/curl')).parseCurl(code);
    case 'node':
      return parsed(code, (await import('./javascript/node')).readNode);
    case 'python':
      return parsed(code, (await import('./python/python')).readPython);
    case 'go':
      return parsed(code, (await import('./go/go')).readGo);
  }
}

function parsed(code: string, read: (code: string) => ReadCall): ParsedRequest {
  const deep = tooDeepAt(code);
  if (deep !== undefined) {
    return {problems: [placeOf(code, deep, say('deep'))]};
  }
  try {
    const given = read(code);
    const call = {...given, url: sendableUrl(given.url)};
    const request = requestFromCall(call);
    return request
      ? {
          request,
          notes: [
            ...callNotes(call, request),
            ...(call.doubtAt === undefined
              ? []
              : [say('doubt', {line: placeOf(code, call.doubtAt, '').line})]),
          ],
        }
      : {problems: [placeOf(code, 0, say('noHttp'))]};
  } catch (error) {
    if (error instanceof NotUnderstood) {
      return {problems: [placeOf(code, error.at, error.message)]};
    }
    throw error;
  }
}

/** Code that nests deeper ends the stack of its reader, or takes it minutes. Brackets in strings count as any others. */
const DEEPEST = 300;

function tooDeepAt(code: string): number | undefined {
  let depth = 0;
  for (const {0: bracket, index} of code.matchAll(/[([{]|[)\]}]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth > DEEPEST) {
      return index;
    }
  }
  return undefined;
}
