/** One server-sent event. */
export interface StreamedEvent {
  /** `message` if the stream gives no name. */
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/**
 * The events in a stream's text (HTML §9.2.6). An event without its final empty line is left out, as it may still grow.
 * Comments and `retry` are ignored.
 */
export function parseEventStream(text: string): readonly StreamedEvent[] {
  const reader = new EventStreamReader();
  return [...reader.read(text), ...reader.read('')];
}

/** Reads a stream as it arrives, each character once, however long the stream is. */
export class EventStreamReader {
  /** What has arrived of the current event, with line breaks as `\n`. */
  #rest = '';
  /** Whether the last character was a `\r`, which forms one line break with a following `\n`. */
  #heldBreak = false;
  #isFirst = true;

  /** The events that this piece of the text completes; an empty piece releases a held line break. */
  read(piece: string): readonly StreamedEvent[] {
    const text = (this.#heldBreak ? '\r' : '') + (this.#isFirst ? piece.replace(/^\uFEFF/, '') : piece);
    this.#isFirst &&= piece === '';
    this.#heldBreak = piece !== '' && text.endsWith('\r');
    const whole = this.#heldBreak ? text.slice(0, -1) : text;
    const blocks = (this.#rest + whole.replace(/\r\n?/g, '\n')).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap(block => {
      const event = parseEvent(block);
      return event ? [event] : [];
    });
  }
}

function parseEvent(block: string): StreamedEvent | undefined {
  let event = '';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    switch (field) {
      case 'event':
        event = value;
        break;
      case 'data':
        data.push(value);
        break;
      case 'id':
        id = value;
        break;
      default:
        break;
    }
  }
  return data.length === 0
    ? undefined
    : {event: event || 'message', data: data.join('\n'), ...(id === undefined ? {} : {id})};
}
