import type {ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {langOfOriginal} from '../../words';
import {statusInWords} from './statusInWords';

export interface StatusMeaningProps {
  readonly operation: Operation;
  readonly status: number;
}

/** What a status means on this operation, marked with the language of the text. */
export default function StatusMeaning({operation, status}: StatusMeaningProps): ReactNode {
  const {words, isOriginal} = statusInWords(operation, status);
  return <span {...(isOriginal ? langOfOriginal() : {})}>{words}</span>;
}
