import {items, member, text} from '../../api/json';
import {jsonValue} from '../../request/json/jsonText';
import type {StreamedEvent} from '../eventStream';

/** What each event adds to the text: events come again with every update of a stream. */
const known = new WeakMap<StreamedEvent, string>();

/**
 * The text that a stream sends in pieces, joined; empty where it sends none. A piece is what an event calls its `delta` (a
 * text, or an object that holds one), the delta of the first of its `choices`, or, in an event that is named for it
 * (`message.delta`, `token`), its `text`, `content` or `token`.
 */
export function streamedText(events: readonly StreamedEvent[]): string {
  return events.map(pieceOf).join('');
}

function pieceOf(event: StreamedEvent): string {
  const before = known.get(event);
  if (before !== undefined) {
    return before;
  }
  const piece = readPiece(event) ?? '';
  known.set(event, piece);
  return piece;
}

function readPiece({event, data}: StreamedEvent): string | undefined {
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
