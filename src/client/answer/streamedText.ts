import {items, member, text} from '../../api/json';
import {jsonValue} from '../../request/json/jsonText';
import type {StreamedEvent} from '../eventStream';

/** What an event adds to the text. */
export type ReadPiece = (event: StreamedEvent) => string | undefined;

/** What each event adds, cached: every update of a stream passes all events again. */
const known = new WeakMap<ReadPiece, WeakMap<StreamedEvent, string>>();

/**
 * The text that a stream sends in pieces, joined; empty if it sends none. If the document does not say what a piece is,
 * it is the `delta` of an event (a text, or an object that contains one), the delta of the first of its `choices`, or,
 * in an event that is named for it (`message.delta`, `token`), its `text`, `content` or `token`.
 */
export function streamedText(events: readonly StreamedEvent[], readPiece: ReadPiece = usualPiece): string {
  const read = known.get(readPiece) ?? new WeakMap<StreamedEvent, string>();
  known.set(readPiece, read);
  return events
    .map(event => {
      const piece = read.get(event) ?? readPiece(event) ?? '';
      read.set(event, piece);
      return piece;
    })
    .join('');
}

function usualPiece({event, data}: StreamedEvent): string | undefined {
  const value: unknown = data.startsWith('{') ? jsonValue(data) : undefined;
  const [choice] = items(member(value, 'choices'));
  const delta = member(choice, 'delta') ?? member(value, 'delta');
  const isNamed = [event, text(member(value, 'type')) ?? ''].some(name => /delta|token|chunk/i.test(name));
  return (
    text(delta) ?? textIn(delta) ?? text(member(choice, 'text')) ?? (isNamed ? textIn(value) : undefined)
  );
}

function textIn(value: unknown): string | undefined {
  return ['text', 'content', 'token']
    .map(name => text(member(value, name)))
    .find(found => found !== undefined);
}
