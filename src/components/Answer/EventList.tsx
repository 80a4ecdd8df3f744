import Translate, {translate} from '@docusaurus/Translate';
import {memo, useEffect, useMemo, useRef, useState, type ReactNode} from 'react';

import type {Operation, Schema} from '../../api/operation';
import {documentedPieces} from '../../client/answer/documentedPieces';
import {streamedText} from '../../client/answer/streamedText';
import type {StreamedEvent} from '../../client/eventStream';
import {formatJson} from '../../client/formatJson';
import {formatNumber, plural} from '../../words';
import Code from '../Code';
import styles from './Answer.module.css';

export interface EventListProps {
  /** The events received so far. */
  readonly events: readonly StreamedEvent[];
  readonly operation: Operation;
  /** The schema of the stream in the document. */
  readonly schema: Schema | undefined;
  /** Ends the stream; only given while more events may come. */
  readonly onStop?: () => void;
}

/** How many events are rendered at first, and how many more each time the reader asks. */
const FIRST_SHOWN = 200;
const MORE_SHOWN = 1000;

/**
 * The events of a stream, and the text that they send in pieces. Follows the newest event until the reader pauses;
 * "Resume" shows what came in the meantime.
 */
export default function EventList({events, operation, schema, onStop}: EventListProps): ReactNode {
  const [pausedAt, setPausedAt] = useState<number>();
  const [most, setMost] = useState(FIRST_SHOWN);
  const list = useRef<HTMLOListElement>(null);
  const live = onStop !== undefined;
  const count = live && pausedAt !== undefined ? pausedAt : events.length;
  const first = Math.max(0, count - most);

  const readPiece = useMemo(
    () => (schema === undefined ? undefined : documentedPieces(operation, schema)),
    [operation, schema],
  );
  const text = useMemo(() => streamedText(events.slice(0, count), readPiece), [events, count, readPiece]);
  const joined = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (live && pausedAt === undefined) {
      for (const box of [list.current, joined.current]) {
        box?.scrollTo({top: box.scrollHeight});
      }
    }
  }, [count, live, pausedAt]);

  return (
    <>
      <div className={styles.tools}>
        <span className={styles.quiet}>
          {plural({id: 'events.count', message: '{count} event|{count} events'}, count)}
        </span>
        {first > 0 && (
          <button type="button" className={styles.pause} onClick={() => setMost(most + MORE_SHOWN)}>
            {translate(
              {id: 'events.earlier', message: 'Show {count} earlier'},
              {count: formatNumber(Math.min(first, MORE_SHOWN))},
            )}
          </button>
        )}
        {live && (
          <span className={styles.streamActions}>
            <button
              type="button"
              className={styles.pause}
              onClick={() => setPausedAt(pausedAt === undefined ? events.length : undefined)}
            >
              {pausedAt === undefined ? (
                <Translate id="events.pause">Pause</Translate>
              ) : (
                <Translate id="events.goOn">Resume</Translate>
              )}
            </button>
            <button type="button" className={styles.pause} onClick={onStop}>
              <Translate id="events.stop">Stop</Translate>
            </button>
          </span>
        )}
      </div>
      {text !== '' && (
        <p
          ref={joined}
          className={styles.streamedText}
          tabIndex={0}
          dir="auto"
          role="group"
          aria-label={translate({id: 'events.text', message: 'Text of the stream'})}
        >
          {text}
        </p>
      )}
      <ol
        ref={list}
        className={styles.events}
        tabIndex={0}
        dir="ltr"
        aria-label={translate({id: 'events.label', message: 'Events'})}
      >
        {events.slice(first, count).map((event, index) => (
          <EventRow key={first + index} event={event} />
        ))}
      </ol>
    </>
  );
}

const EventRow = memo(function EventRow({event: {event, data}}: {readonly event: StreamedEvent}): ReactNode {
  return (
    <li>
      <span className={styles.eventName}>{event}</span>
      <code>
        <Code code={oneLine(data)} language="json" />
      </code>
    </li>
  );
});

/** JSON without line breaks; other text as it is. */
function oneLine(data: string): string {
  return formatJson(data)?.replace(/\n\s*/g, ' ') ?? data;
}
