import Translate, {translate} from '@docusaurus/Translate';
import {TextWrap} from 'lucide-react';
import {useMemo, type ReactNode} from 'react';

import {headerValue} from '../../api/http/headerValue';
import type {Operation, Schema} from '../../api/operation';
import {answerKind, textLanguage, type AnswerKind} from '../../client/answer/bodyKind';
import {compareAnswers} from '../../client/answer/compareAnswers';
import type {Difference} from '../../client/answer/documentDifference';
import {parseEventStream} from '../../client/eventStream';
import type {ResponseResult} from '../../client/result';
import CopyButton from '../CopyButton';
import {fetched} from '../fetched';
import styles from './Answer.module.css';
import BinaryPreview from './BinaryPreview';
import DownloadButton from './DownloadButton';
import EventList from './EventList';
import TextView from './TextView';
import {useReading, type ReadingState} from './useReading';
import type {View} from './useView';
import {useWrapping} from './useWrapping';
import ViewChoice from './ViewChoice';

const TreeView = fetched(() => import('./TreeView'));
const TypeView = fetched(() => import('./TypeView'));
const ChangesView = fetched(() => import('./ChangesView'));
const XmlView = fetched(() => import('./XmlView'));
const CsvTable = fetched(() => import('./CsvTable'));

export interface AnswerBodyProps {
  readonly result: ResponseResult;
  /** The previous response of the same operation. */
  readonly previous: ResponseResult | undefined;
  readonly operation: Operation;
  readonly schema: Schema | undefined;
  readonly differences: readonly Difference[];
  readonly view: View | undefined;
  readonly onView: (view: View) => void;
  /** The place in the body that the reader asked to see. */
  readonly sought: {readonly pointer: string} | undefined;
}

/** The body of a response in the view that the reader chose: never rendered as HTML, never with links to follow. */
export default function AnswerBody(props: AnswerBodyProps): ReactNode {
  const {result, previous, view, onView} = props;
  const [wraps, setWraps] = useWrapping();
  const kind = answerKind(result);
  const state = useReading(kind === 'json' ? result.body.text : undefined);
  if (kind === 'empty') {
    return (
      <p className={styles.empty}>
        <Translate id="answer.noBody">The response has no body.</Translate>
      </p>
    );
  }
  const views = viewsOf(kind, state, result.body.text !== undefined, previous?.body.text !== undefined);
  const shown = view !== undefined && views.includes(view) ? view : views[0];
  const copied = shown === 'type' || shown === 'changes' ? undefined : copyText(result, state, shown);
  return (
    <div className={styles.body}>
      <div className={styles.bodyHead}>
        <ViewChoice views={views} kind={kind} shown={shown} onChoose={onView} />
        <span className={styles.bodyActions}>
          {(shown === 'pretty' || shown === 'raw') && (
            <button
              type="button"
              className={styles.wrap}
              aria-pressed={wraps}
              aria-label={translate({id: 'answer.wrap', message: 'Wrap lines'})}
              onClick={() => setWraps(!wraps)}
            >
              <TextWrap aria-hidden size={15} />
            </button>
          )}
          {copied !== undefined && (
            <CopyButton text={copied} what={translate({id: 'answer.bodyName', message: 'response body'})} />
          )}
          <DownloadButton result={result} />
        </span>
      </div>
      <BodyView {...props} kind={kind} state={state} shown={shown} />
    </div>
  );
}

interface BodyViewProps extends AnswerBodyProps {
  readonly kind: AnswerKind;
  readonly state: ReadingState;
  readonly shown: View | undefined;
}

function BodyView({
  result,
  previous,
  operation,
  schema,
  differences,
  sought,
  kind,
  state,
  shown,
}: BodyViewProps): ReactNode {
  const text = result.body.text ?? '';
  const contentType = headerValue(result.headers, 'content-type') ?? '';
  if (state.type === 'reading') {
    return <Reading />;
  }
  switch (shown) {
    case 'rendered':
      return kind === 'events' ? (
        <FinishedEvents text={text} operation={operation} schema={schema} />
      ) : kind === 'csv' ? (
        <CsvTable whileLoading={<Reading />} text={text} />
      ) : (
        <BinaryPreview result={result} kind={kind} />
      );
    case 'pretty':
      if (kind === 'xml') {
        return <XmlView whileLoading={<Reading />} text={text} />;
      }
      return state.type === 'read' ? (
        <TextView text={state.reading.pretty} rows={state.reading.prettyRows} language="json" />
      ) : null;
    case 'tree':
      return state.type === 'read' ? (
        <TreeView
          whileLoading={<Reading />}
          outline={state.reading.outline}
          differences={differences}
          sought={sought}
        />
      ) : null;
    case 'raw':
      return <TextView text={text} language={kind === 'json' ? 'json' : textLanguage(contentType)} />;
    case 'type':
      return <TypeView whileLoading={<Reading />} text={text} operation={operation} schema={schema} />;
    case 'changes':
      return previous && <AnswerChanges previous={previous} result={result} />;
    case undefined:
      return <BinaryPreview result={result} kind={kind} />;
  }
}

function AnswerChanges({
  previous,
  result,
}: {
  readonly previous: ResponseResult;
  readonly result: ResponseResult;
}): ReactNode {
  const comparison = useMemo(() => compareAnswers(previous, result), [previous, result]);
  return (
    <ChangesView
      whileLoading={<Reading />}
      comparison={comparison}
      label={translate({id: 'changes.label', message: 'Changes since the previous response'})}
      whenSame={translate({
        id: 'changes.same',
        message: 'Nothing has changed since the previous response.',
      })}
    />
  );
}

function FinishedEvents({
  text,
  ...documented
}: Pick<AnswerBodyProps, 'operation' | 'schema'> & {readonly text: string}): ReactNode {
  const events = useMemo(() => parseEventStream(text), [text]);
  return <EventList events={events} {...documented} />;
}

function Reading(): ReactNode {
  return (
    <p className={styles.empty} role="status">
      <Translate id="answer.reading">Reading the response…</Translate>
    </p>
  );
}

/** The views that a body has, the default first. */
function viewsOf(
  kind: AnswerKind,
  state: ReadingState,
  isText: boolean,
  hasPrevious: boolean,
): readonly View[] {
  const changes: readonly View[] = hasPrevious ? ['changes'] : [];
  switch (kind) {
    case 'empty':
    case 'binary':
      return [];
    case 'image':
    case 'audio':
    case 'pdf':
      return isText ? ['rendered', 'raw'] : ['rendered'];
    case 'events':
      return ['rendered', 'raw'];
    case 'csv':
      return ['rendered', 'raw', ...changes];
    case 'xml':
      return ['pretty', 'raw', ...changes];
    case 'text':
      return ['raw', ...changes];
    case 'json':
      return state.type === 'text' ? ['raw', ...changes] : ['pretty', 'tree', 'raw', 'type', ...changes];
  }
}

/** What the Copy button copies: the text of the view. */
function copyText({body}: ResponseResult, state: ReadingState, shown: View | undefined): string | undefined {
  return state.type === 'read' && shown !== 'raw' ? state.reading.pretty : body.text;
}
