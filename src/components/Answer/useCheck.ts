import {useMemo} from 'react';

import type {Operation} from '../../api/operation';
import type {CheckOutcome} from '../../client/answer/checkAnswer';
import type {ResponseResult} from '../../client/result';
import {useJob} from './useJob';

/** In what an answer is not as documented; undefined until that is known. */
export function useCheck(
  operation: Operation,
  result: ResponseResult,
  method: string,
): CheckOutcome | undefined {
  const {status, headers, size, body, headersHidden} = result;
  const input = useMemo(
    () => ({
      operation,
      result: {status, headers, size, body: {text: body.text, cut: body.cut}},
      method,
      allHeaders: !headersHidden,
    }),
    [operation, status, headers, size, body, method, headersHidden],
  );
  // An answer is shown all the same when what checks it does not load.
  return useJob('check', input, size).outcome;
}
