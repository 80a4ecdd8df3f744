/** One server-sent event. */
export interface StreamedEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/**
 * The events of a stream's text (HTML §9.2.6); one that has not ended with an empty line is left out, as it may still
 * grow. Comments and `retry` are passed over.
 */
export function parseEventStream(text: string): readonly StreamedEvent[] {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n\n');
  return blocks.slice(0, -1).flatMap(block => {
    const event = parseEvent(block);
    return event ? [event] : [];
  });
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

export function isEventStream(contentType: string | undefined): boolean {
  return /^text\/event-stream\b/i.test(contentType ?? '');
}
