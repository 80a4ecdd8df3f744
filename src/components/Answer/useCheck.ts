import {useMemo} from 'react';

import type {Operation} from '../../api/operation';
import type {CheckOutcome} from '../../client/answer/checkAnswer';
import type {ResponseResult} from '../../client/result';
import {useJob} from './useJob';

/** How a response differs from the document; undefined until that is known. */
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
  // If the check does not load, the response is shown nevertheless.
  return useJob('check', input, size).outcome;
}
