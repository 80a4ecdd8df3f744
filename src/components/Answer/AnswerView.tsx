import Translate from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode, type RefObject} from 'react';

import type {Operation} from '../../api/operation';
import type {Result} from '../../client/result';
import type {RequestProblem} from '../../request/apiRequest';
import type {Answered} from '../Playground/exchange/useSending';
import {bringIntoView} from '../bringIntoView';
import styles from './Answer.module.css';
import FailureView from './FailureView';
import ResponseView from './ResponseView';

export interface AnswerViewProps {
  readonly result: Result;
  readonly operation: Operation;
  /** The request, if the reader made it. */
  readonly answered?: Answered | undefined;
  /** Its values that the response names as invalid, and how to get to their fields. */
  readonly rejected?: readonly RequestProblem[];
  readonly onLead?: (at: string) => void;
  /** What is scrolled into view once the response is on the page. */
  readonly region?: RefObject<HTMLElement | null>;
}

/** The result of a request: the response, or why there is none. */
export default function AnswerView({region, ...props}: AnswerViewProps): ReactNode {
  const {result, answered} = props;
  // What is folded, searched and selected belongs to one response: the next one starts afresh.
  const [shown, setShown] = useState({result, turn: 0});
  if (shown.result !== result) {
    setShown({result, turn: shown.turn + 1});
  }
  useEffect(() => {
    if (region) {
      bringIntoView(region.current);
    }
  }, [result, region]);
  switch (result.type) {
    case 'response':
      return <ResponseView key={shown.turn} {...props} result={result} />;
    case 'failure':
      return <FailureView result={result} request={answered?.request} />;
    case 'aborted':
      return (
        <p className={styles.empty}>
          <Translate id="answer.aborted">
            Cancelled. The server may still have carried out the request.
          </Translate>
        </p>
      );
  }
}
