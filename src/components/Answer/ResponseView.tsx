import {useState, type ReactNode} from 'react';

import {statusClass} from '../../api/http/status';
import type {Difference} from '../../client/answer/documentDifference';
import {bodySchemaOf} from '../../client/answer/documentedResponse';
import type {ResponseResult} from '../../client/result';
import styles from './Answer.module.css';
import AnswerBody from './AnswerBody';
import type {AnswerViewProps} from './AnswerView';
import DifferenceList from './DifferenceList';
import {formatDuration, formatSize} from './figures';
import HeaderList from './HeaderList';
import LinkButtons from './LinkButtons';
import MarkdownCopy from './MarkdownCopy';
import PhaseList from './PhaseList';
import RejectedList from './RejectedList';
import {previousAnswer} from './previousAnswers';
import StatusMeaning from './StatusMeaning';
import {useCheck} from './useCheck';
import {useView} from './useView';

export interface ResponseViewProps extends Omit<AnswerViewProps, 'region'> {
  readonly result: ResponseResult;
}

/** A constant, so that what is memoised by it is computed once. */
const noDifferences: readonly Difference[] = [];

/** A response: its status and what that means here, the body, the headers, and the operations that it links to. */
export default function ResponseView({
  result,
  operation,
  answered,
  rejected = [],
  onLead,
}: ResponseViewProps): ReactNode {
  const check = useCheck(operation, result, answered?.request.method ?? operation.method);
  const [view, chooseView] = useView();
  // The place in the body that the reader asked to see; a new object each time, so that asking again shows it again.
  const [sought, setSought] = useState<{readonly pointer: string}>();
  return (
    <>
      <div className={styles.head}>
        <span className={styles.status} dir="ltr" data-class={statusClass(result.status)}>
          {result.status} {result.statusText}
        </span>
        <span className={styles.figures} dir="ltr">
          {formatDuration(result.durationMs)} · {formatSize(result.size)}
        </span>
        {answered && (
          <MarkdownCopy
            operation={operation}
            values={answered.values}
            request={answered.request}
            result={result}
          />
        )}
      </div>
      <p className={styles.meaning}>
        <StatusMeaning operation={operation} status={result.status} />
      </p>
      {answered && onLead && (
        <RejectedList
          places={[...new Set(rejected.map(({at}) => at))]}
          values={answered.values}
          onLead={onLead}
        />
      )}
      <Notes notes={result.notes} />
      <DifferenceList
        check={check}
        onSeek={pointer => {
          chooseView('tree');
          setSought({pointer});
        }}
      />
      <AnswerBody
        result={result}
        previous={answered && previousAnswer(operation.id, result)}
        operation={operation}
        schema={bodySchemaOf(operation, result)}
        differences={check?.differences ?? noDifferences}
        view={view}
        onView={chooseView}
        sought={sought}
      />
      {answered && <LinkButtons operation={operation} answered={answered} result={result} />}
      <HeaderList result={result} operation={operation} />
      <PhaseList result={result} />
    </>
  );
}

/** Notes on how the request was sent differently from how it was built, or on a body that was cut short. */
function Notes({notes}: {readonly notes: readonly string[]}): ReactNode {
  return notes.map(note => (
    <p key={note} className={styles.note}>
      {note}
    </p>
  ));
}
