import {messages} from '../../words';
import type {ResponseResult} from '../result';
import {answerKind} from './bodyKind';

const say = messages('compareAnswers', {
  parts: 'status, headers, body',
  visibleParts: 'status, visible headers, body',
  passing: 'Left out, because they differ in every response: {names}.',
  hidden: 'Headers that the server does not expose to this page were not compared.',
  cut: 'A body was cut short. Only the part that was read was compared.',
  binary: '{count} byte|{count} bytes',
  differsFrom: '{size}, different from byte {place} on',
});

/** A message as lines that can be compared. */
export interface ComparedText {
  readonly head: string;
  readonly body: string;
  /** Whether the body is to be laid out as JSON. */
  readonly isJson: boolean;
}

/** Two texts, and how much of the responses they contain. */
export interface Comparison {
  readonly before: ComparedText;
  readonly after: ComparedText;
  /** What the texts contain, such as `status, headers, body`: what may be called the same. */
  readonly compared: string;
  /** Whether that is everything, so that no difference means no change. */
  readonly isWhole: boolean;
  /** What was not compared and why, in sentences. */
  readonly notes: readonly string[];
}

export type ComparedAnswer = Pick<
  ResponseResult,
  'status' | 'statusText' | 'headers' | 'headersHidden' | 'size' | 'body'
>;

/** Headers that differ from one response to the next, whatever was requested. */
const passing =
  /^(date|age|server-timing|traceparent|tracestate|cf-ray|x-amzn?-.*|(x-)?(request|correlation|trace)-id|(x-)?ratelimit(-.*)?|x-runtime|x-response-time)$/i;

/** Compares a response with an earlier one: status, headers and body. */
export function compareAnswers(before: ComparedAnswer, after: ComparedAnswer): Comparison {
  const left = passingNames(before, after);
  const isHidden = before.headersHidden === true || after.headersHidden === true;
  const isCut = before.body.cut !== undefined || after.body.cut !== undefined;
  const [bodyBefore, bodyAfter] = bodiesOf(before, after);
  const isJson = answerKind(before) === 'json' && answerKind(after) === 'json';
  return {
    before: {head: headOf(before), body: bodyBefore, isJson},
    after: {head: headOf(after), body: bodyAfter, isJson},
    compared: say(isHidden ? 'visibleParts' : 'parts'),
    isWhole: !isHidden && !isCut,
    notes: [
      ...(left.length === 0 ? [] : [say('passing', {names: left.join(', ')})]),
      ...(isHidden ? [say('hidden')] : []),
      ...(isCut ? [say('cut')] : []),
    ],
  };
}

/** The status line and the headers, sorted: servers may change their order. */
function headOf({status, statusText, headers}: ComparedAnswer): string {
  const lines = headers.filter(({name}) => !passing.test(name)).map(({name, value}) => `${name}: ${value}`);
  return [`${status} ${statusText}`.trim(), ...lines.toSorted()].join('\n');
}

/** The names of headers that differ and are left out nevertheless. */
function passingNames(before: ComparedAnswer, after: ComparedAnswer): readonly string[] {
  const valuesOf = ({headers}: ComparedAnswer): ReadonlyMap<string, string> =>
    new Map(
      headers
        .filter(({name}) => passing.test(name))
        .map(({name, value}) => [name.toLowerCase(), value] as const),
    );
  const [earlier, later] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].filter(
    name => earlier.get(name) !== later.get(name),
  );
}

/** Both bodies as text. For bodies that are not text: their sizes, and where they start to differ. */
function bodiesOf(before: ComparedAnswer, after: ComparedAnswer): readonly [string, string] {
  if (before.body.text !== undefined && after.body.text !== undefined) {
    return [before.body.text, after.body.text];
  }
  const sizeOf = ({size}: ComparedAnswer): string => say.plural('binary', size);
  const [one, other] = [before.body.bytes, after.body.bytes];
  const place = one.findIndex((byte, index) => byte !== other[index]);
  const parting = place === -1 && other.length > one.length ? one.length : place;
  return [
    sizeOf(before),
    parting === -1 ? sizeOf(after) : say('differsFrom', {size: sizeOf(after), place: parting + 1}),
  ];
}
