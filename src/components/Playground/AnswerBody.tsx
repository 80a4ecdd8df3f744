import Translate, {translate} from '@docusaurus/Translate';
import {useMemo, type ReactNode} from 'react';

import {isEventStream} from '../../client/eventStream';
import {formatJson} from '../../client/formatJson';
import type {ResponseResult} from '../../client/result';
import Code from '../Code';
import CopyButton from '../CopyButton';
import styles from './Answer.module.css';
import EventList from './EventList';

/** The body of an answer as text: never as HTML, never as something to follow. */
export default function AnswerBody({result}: {readonly result: ResponseResult}): ReactNode {
  const shown = useMemo(() => readableBody(result), [result]);
  if (result.size === 0) {
    return (
      <p className={styles.empty}>
        <Translate id="answer.noBody">The answer has no body.</Translate>
      </p>
    );
  }
  if (shown && isEventStream(shown.mediaType)) {
    return <EventList text={shown.text} live={false} />;
  }
  if (!shown) {
    return (
      <p className={styles.empty}>
        <Translate id="answer.binary">The body is binary and is not shown.</Translate>
      </p>
    );
  }
  return (
    <div className={styles.body}>
      <div className={styles.bodyHead}>
        <span>{shown.mediaType}</span>
        <CopyButton text={shown.text} what={translate({id: 'answer.bodyName', message: 'response body'})} />
      </div>
      <pre tabIndex={0} dir="ltr" aria-label={translate({id: 'answer.bodyLabel', message: 'Response body'})}>
        <Code code={shown.text} language={shown.language} />
      </pre>
    </div>
  );
}

interface ReadableBody {
  readonly text: string;
  readonly language: string;
  readonly mediaType: string;
}

/** JSON is laid out by its tokens, so that every digit stays; other text is shown as it came. */
function readableBody({body, headers}: ResponseResult): ReadableBody | undefined {
  if (body.text === undefined) {
    return undefined;
  }
  const mediaType = headers.find(({name}) => name.toLowerCase() === 'content-type')?.value ?? '';
  const formatted = /[/+]json\b/i.test(mediaType) ? formatJson(body.text) : undefined;
  return formatted === undefined
    ? {text: body.text, language: 'text', mediaType}
    : {text: formatted, language: 'json', mediaType};
}
