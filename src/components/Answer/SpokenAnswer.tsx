import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {Result} from '../../client/result';
import {formatDuration, formatSize} from './figures';
import StatusMeaning from './StatusMeaning';

export interface SpokenAnswerProps {
  readonly result: Result;
  readonly operation: Operation;
}

/** The result of a request in a sentence or two, for screen readers. */
export default function SpokenAnswer({result, operation}: SpokenAnswerProps): ReactNode {
  switch (result.type) {
    case 'response':
      return (
        <Translate
          id="answer.spoken"
          values={{
            status: result.status,
            statusText: result.statusText,
            meaning: <StatusMeaning operation={operation} status={result.status} />,
            duration: formatDuration(result.durationMs),
            size: formatSize(result.size),
          }}
        >
          {'{status} {statusText}. {meaning} {duration}, {size}.'}
        </Translate>
      );
    case 'failure':
      return `${result.title} ${result.explanation} ${result.nextStep}`;
    case 'aborted':
      return translate({id: 'answer.spokenAborted', message: 'Cancelled.'});
  }
}
