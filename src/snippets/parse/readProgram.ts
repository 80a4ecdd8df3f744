import {placeOf} from './place';
import type {ParsedRequest} from './parsedRequest';
import {callNotes, requestFromCall, type ReadCall} from './readRequest';
import {sendableUrl} from './sendableUrl';
import {messages} from '../../words';
import {NotUnderstood} from './notUnderstood';

const say = messages('code', {
  deep: 'This code is nested too deeply to be read.',
  doubt: 'Whether this request is sent depends on line {line}, whose outcome is unknown here.',
  noHttp: 'The URL of the call does not start with https:// or http://.',
});

/** Reads a program by the reader of its language. Nothing is evaluated; what is not understood is said with its place. */
export function readProgram(code: string, read: (code: string) => ReadCall): ParsedRequest {
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
    // What nests without brackets, as a row of `!` or `elif` does, shows only here.
    if (error instanceof RangeError) {
      return {problems: [placeOf(code, 0, say('deep'))]};
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
