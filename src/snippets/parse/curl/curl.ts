import {messages} from '../../../words';
import {NotUnderstood} from '../notUnderstood';
import type {ParsedRequest} from '../parsedRequest';
import {placeOf} from '../place';
import {callNotes, requestFromCall} from '../readRequest';
import {knownText} from '../text';
import {curlCall} from './curlCall';
import {encodedUrl} from './curlUrl';
import {withConfig} from './curlConfig';
import {inputOf} from './curlInput';
import {firstRequest, readCurlOptions} from './curlOptions';
import {isForWindows, isWebRequest} from './dialect';
import type {ShellCommand} from './scriptTypes';
import {closingAt} from './shellBrackets';
import {posixScript} from './shellWords';
import type * as windowsReader from './windows';

export {isForWindows};

const say = messages('curl', {
  start: 'A cURL command starts with "curl".',
  runBy: '{name} starts cURL here, which is not read. Write the command that it runs.',
  missingValue: 'The option {option} needs a value after it.',
  noUrl: 'The command has no URL.',
  unknownOption: 'The unknown option {name} is ignored.',
  beyondForms: 'The option {name} is ignored, because the form cannot represent it.',
  dashes: 'Dashes are read as the two hyphens that start an option.',
  furtherCommand: 'Only the first cURL command is read.',
  furtherRequest: 'Only the first request of the command is read. Everything after --next is ignored.',
  notPart:
    'Everything from line {line} on is not part of the command, because the line before does not continue it.',
  cut: 'An & outside quotes ends the command in a shell. Everything after it is ignored.',
  notUrl: '{url} is not a URL.',
});

type Windows = typeof windowsReader;

/**
 * Reads a cURL command into a request, without running anything: by the quoting of a POSIX shell, or with `windows` by that
 * of the shells of Windows. What is not understood is said with its place.
 */
export function parseCurl(source: string, windows?: Windows): ParsedRequest {
  try {
    return windows && isWebRequest(source) ? readWebRequest(source, windows) : readCommand(source, windows);
  } catch (error) {
    if (error instanceof NotUnderstood) {
      return {problems: [placeOf(source, error.at, error.message)]};
    }
    throw error;
  }
}

function readCommand(given: string, windows: Windows | undefined): ParsedRequest {
  const source = windows ? given : withoutCapture(given);
  const script = windows ? windows.windowsScript(source) : posixScript(source);
  const notes = new Set(script.notes);
  const note = (sentence: string): void => void notes.add(sentence);
  const commands = script.commands.map(withoutPrefix);
  const at = commands.findIndex(isCurl);
  const command = commands[at];
  if (!command) {
    const starter = commands.find(({words}) =>
      words.some(
        ({text}, index) => index > 0 && /(?:^|[\s;&|(])curl(?:\.exe)?(?:\s|$)/.test(knownText(text)),
      ),
    )?.words[0];
    if (starter) {
      throw new NotUnderstood(starter.offset, say('runBy', {name: knownText(starter.text)}));
    }
    throw new NotUnderstood(script.commands[0]?.words[0]?.offset ?? 0, say('start'));
  }
  const read = readCurlOptions(command.words.slice(1));
  if ('missing' in read) {
    throw new NotUnderstood(read.missing.offset, say('missingValue', {option: knownText(read.missing.text)}));
  }
  const input = inputOf(command, commands[at - 1]);
  const options = firstRequest(withConfig(read.list, input, note));
  const found = curlCall(options, input, note);
  if (!found) {
    throw new NotUnderstood(source.length, say('noUrl'));
  }
  const {call, url} = found;
  const request = requestFromCall(call);
  if (!request) {
    throw new NotUnderstood(url.offset, say('notUrl', {url: JSON.stringify(url.value)}));
  }
  callNotes(call, request).forEach(note);
  new Set(read.unknown).forEach(name => note(say('unknownOption', {name})));
  new Set(read.beyondForms).forEach(name => note(say('beyondForms', {name})));
  const later = commands.slice(at + 1);
  const stray = later.find(({words: [first]}) => first && /^[-–—]/.test(knownText(first.text)))?.words[0];
  for (const [isTrue, sentence] of [
    [read.dashes, say('dashes')],
    [read.list.some(({name}) => name === 'next'), say('furtherRequest')],
    [command.cutAt !== undefined, say('cut')],
    [stray !== undefined, say('notPart', {line: placeOf(source, stray?.offset ?? 0, '').line})],
    [later.some(isCurl), say('furtherCommand')],
  ] as const) {
    if (isTrue) {
      note(sentence);
    }
  }
  return {request, notes: [...notes]};
}

/**
 * `answer=$(curl …)` sends the same as `curl …`: where nothing else does, what captures the answer becomes space, so that
 * all else keeps its place.
 */
function withoutCapture(source: string): string {
  const [capture] =
    /^[ \t]*(?:(?:export|local|declare|readonly)[ \t]+)?\w+="?\$\((?=\s*curl\s)/m.exec(source) ?? [];
  if (capture === undefined || posixScript(source).commands.map(withoutPrefix).some(isCurl)) {
    return source;
  }
  const start = source.indexOf(capture);
  const inner = start + capture.length;
  const end = closingAt(source, inner, ')', false);
  return end === undefined
    ? source
    : `${source.slice(0, start)}${' '.repeat(capture.length)}${source.slice(inner, end)} ${source.slice(end + 1).replace(/^"/, ' ')}`;
}

/** Reads a call of PowerShell's own. */
function readWebRequest(source: string, {webRequest}: Windows): ParsedRequest {
  const notes = new Set<string>();
  const call = webRequest(source, sentence => notes.add(sentence));
  const request = requestFromCall({...call, url: encodedUrl(call.url)});
  if (!request) {
    throw new NotUnderstood(0, say('notUrl', {url: JSON.stringify(knownText(call.url))}));
  }
  callNotes(call, request).forEach(sentence => notes.add(sentence));
  return {request, notes: [...notes]};
}

/** What a shell is told to do around a command changes nothing of its request: variables for it alone, `time`, `sudo`. */
function withoutPrefix(command: ShellCommand): ShellCommand {
  const {words} = command;
  const start = words.findIndex(
    ({text}) => !/^(?:[A-Za-z_]\w*=.*|time|sudo|command|exec|nohup|env)$/s.test(knownText(text)),
  );
  return {...command, words: words.slice(Math.max(0, start))};
}

function isCurl({words}: ShellCommand): boolean {
  const name = words[0] && knownText(words[0].text);
  return name !== undefined && /^(?:.*[/\\])?curl(?:\.exe)?$/i.test(name);
}
