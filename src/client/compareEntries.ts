import type {BodyValues, RequestValues} from '../request/values';
import {messages} from '../words';
import {compareAnswers, type Comparison} from './answer/compareAnswers';
import type {HistoryEntry, HistoryOutcome} from './history';
import type {ResponseResult} from './result';

const say = messages('compareEntries', {
  server: 'Server: {server}',
  leftOutLine: '{name}: left out',
  leftOut: 'Not kept in the history, so not compared: {names}.',
  parts: 'server, method, address, headers, body',
  partsWithoutBody: 'server, method, address, headers',
  forgotten: 'The bodies were discarded when the page was reloaded, so they were not compared.',
  files: 'The history does not keep the content of files; only their names were compared.',
  cancelled: 'Cancelled',
  status: 'status',
  end: 'outcome',
  noAnswer: 'There is no response, so there is nothing more to compare.',
  notKept:
    'Headers and bodies were not compared: a response is kept only until the page is reloaded, and only up to {size} MB.',
  time: 'It took {before} ms, then {after} ms.',
});

/** In bytes of the body. Larger responses are not kept with the history, which may have fifty. */
export const LARGEST_KEPT = 1_000_000;

/** A request of the history, with data that its entry does not contain. */
export interface KnownEntry {
  readonly entry: HistoryEntry;
  /** The request as text, made of {@link comparedValues}. */
  readonly request: string;
  /** The response, if it was kept. */
  readonly answer: ResponseResult | undefined;
}

/** The values of two entries without the bodies that are unknown for one of them. */
export function comparedValues(
  one: HistoryEntry,
  other: HistoryEntry,
): readonly [RequestValues, RequestValues] {
  const known = ({values: {mediaType, ...values}}: HistoryEntry): RequestValues => ({...values, bodies: {}});
  return isForgotten(one, other) ? [known(one), known(other)] : [one.values, other.values];
}

/** The differences between two requests, as far as the history has them. */
export function compareRequests(earlier: KnownEntry, later: KnownEntry): Comparison {
  const entries = [earlier.entry, later.entry];
  const forgotten = isForgotten(earlier.entry, later.entry);
  const textOf = ({entry, request}: KnownEntry): Comparison['before'] => ({
    head: headOf(entry, forgotten),
    body: request,
    isJson: false,
  });
  const leftOut = [...new Set(entries.flatMap(entry => entry.leftOut ?? []))];
  const hasFiles = !forgotten && entries.some(({values}) => holdsFile(values));
  return {
    before: textOf(earlier),
    after: textOf(later),
    compared: say(forgotten ? 'partsWithoutBody' : 'parts'),
    isWhole: !forgotten && leftOut.length === 0 && !hasFiles,
    notes: [
      ...(leftOut.length === 0 ? [] : [say('leftOut', {names: leftOut.join(', ')})]),
      ...(forgotten ? [say('forgotten')] : []),
      ...(hasFiles ? [say('files')] : []),
    ],
  };
}

/** The differences between the responses to two requests, as far as there are any and they were kept. */
export function compareOutcomes(earlier: KnownEntry, later: KnownEntry): Comparison {
  const [before, after] = [earlier.entry.outcome, later.entry.outcome];
  if (before.type !== 'status' || after.type !== 'status') {
    return endsOf(before, after, say('end'), [say('noAnswer')]);
  }
  const time = say('time', {before: before.durationMs, after: after.durationMs});
  if (!earlier.answer || !later.answer) {
    return endsOf(before, after, say('status'), [say('notKept', {size: LARGEST_KEPT / 1e6}), time]);
  }
  const comparison = compareAnswers(earlier.answer, later.answer);
  return {...comparison, notes: [...comparison.notes, time]};
}

function endsOf(
  before: HistoryOutcome,
  after: HistoryOutcome,
  compared: string,
  notes: readonly string[],
): Comparison {
  const textOf = (outcome: HistoryOutcome): Comparison['before'] => ({
    head: endOf(outcome),
    body: '',
    isJson: false,
  });
  return {before: textOf(before), after: textOf(after), compared, isWhole: false, notes};
}

function endOf(outcome: HistoryOutcome): string {
  switch (outcome.type) {
    case 'status':
      return String(outcome.status);
    case 'failure':
      return outcome.title;
    case 'aborted':
      return say('cancelled');
  }
}

function headOf(entry: HistoryEntry, forgotten: boolean): string {
  const {method, path, server, serverId, customUrl, leftOut = [], values} = entry;
  // Servers of the document are identified by their URLs alone, the mocks by their names.
  const url = customUrl ?? (/^https?:/i.test(serverId) && serverId !== server ? serverId : undefined);
  return [
    `${method} ${path}`,
    say('server', {server: url === undefined ? server : `${server}, ${url}`}),
    ...leftOut.map(name => say('leftOutLine', {name})),
    ...(forgotten && values.mediaType !== undefined ? [`Content-Type: ${values.mediaType}`] : []),
  ].join('\n');
}

function isForgotten(...entries: readonly HistoryEntry[]): boolean {
  return entries.some(({bodiesForgotten, values}) => bodiesForgotten && values.mediaType !== undefined);
}

function holdsFile({mediaType, bodies}: RequestValues): boolean {
  const body: BodyValues | undefined = mediaType === undefined ? undefined : bodies[mediaType];
  return body?.type === 'file' || (body?.type === 'fields' && body.fields.some(field => 'file' in field));
}
