import {useMemo} from 'react';

import type {Operation} from '../../api/operation';
import type {CheckOutcome} from '../../client/answer/checkAnswer';
import type {ResponseResult} from '../../client/result';
import type {Answered} from '../Playground/exchange/useSending';
import {useJob} from './useJob';

/** In what an answer is not as documented; undefined until that is known, and where nobody asked. */
export function useCheck(
  operation: Operation,
  result: ResponseResult,
  answered: Answered | undefined,
): CheckOutcome | undefined {
  const {status, headers, size, body} = result;
  const input = useMemo(
    () =>
      answered && {
        operation,
        result: {status, headers, size, body: {text: body.text, cut: body.cut}},
        method: answered.request.method,
        allHeaders: answered.server.kind === 'page-mock',
      },
    [operation, status, headers, size, body, answered],
  );
  // An answer is shown all the same when what checks it does not load.
  return useJob('check', input, size).outcome;
}
