import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useMemo, useRef, useState, type ReactNode} from 'react';

import {parseEventStream} from '../../client/eventStream';
import {formatJson} from '../../client/formatJson';
import Code from '../Code';
import CopyButton from '../CopyButton';
import styles from './Answer.module.css';

export interface EventListProps {
  /** The text of the stream, as far as it has come. */
  readonly text: string;
  /** Whether more is to come. */
  readonly live: boolean;
}

/** The events of a stream, the newest in view until the reader pauses. What was left out meanwhile comes with "Go on". */
export default function EventList({text, live}: EventListProps): ReactNode {
  const [pausedAt, setPausedAt] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const shown = live && pausedAt !== undefined ? text.slice(0, pausedAt) : text;
  const events = useMemo(() => parseEventStream(shown), [shown]);

  useEffect(() => {
    if (live && pausedAt === undefined && list.current) {
      list.current.scrollTop = list.current.scrollHeight;
    }
  }, [events, live, pausedAt]);

  return (
    <div className={styles.body}>
      <div className={styles.bodyHead}>
        <span>
          <Translate id="events.count" values={{count: events.length}}>
            {'{count} events'}
          </Translate>
        </span>
        {live ? (
          <button
            type="button"
            className={styles.pause}
            onClick={() => setPausedAt(pausedAt === undefined ? text.length : undefined)}
          >
            {pausedAt === undefined ? (
              <Translate id="events.pause">Pause</Translate>
            ) : (
              <Translate id="events.goOn">Go on</Translate>
            )}
          </button>
        ) : (
          <CopyButton text={text} what={translate({id: 'answer.bodyName', message: 'response body'})} />
        )}
      </div>
      <ol
        ref={list}
        className={styles.events}
        tabIndex={0}
        dir="ltr"
        aria-label={translate({id: 'events.label', message: 'Events'})}
      >
        {events.map(({event, data}, index) => (
          <li key={index}>
            <span className={styles.eventName}>{event}</span>
            <code>
              <Code code={oneLine(data)} language="json" />
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** JSON without its line breaks; other text as it is. */
function oneLine(data: string): string {
  return formatJson(data)?.replace(/\n\s*/g, ' ') ?? data;
}
